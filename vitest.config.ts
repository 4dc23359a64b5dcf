import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tests/longest-first";

/** What only computes or draws keeps no state: its files share a process, which reads the core once. */
const PURE = ["tests/core/**/*.test.ts", "tests/components/**/*.test.ts"];

export default defineConfig({
  resolve: {
    tsconfigPaths: true,
    alias: { "server-only": fileURLToPath(new URL("./node_modules/server-only/empty.js", import.meta.url)) },
  },
  test: {
    maxWorkers: 2,
    env: { DATABASE_PATIENCE: "6" },
    // Generous: tests on a database share two cores with it, and a slow machine is not a defect.
    testTimeout: 240_000,
    hookTimeout: 300_000,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: "pure", include: PURE, isolate: false } },
      {
        extends: true,
        test: {
          name: "database",
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: ["tests/e2e/**", ...PURE],
          globalSetup: ["tests/global-setup.ts"],
        },
      },
    ],
  },
});
