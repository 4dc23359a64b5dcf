import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    tsconfigPaths: true,
    alias: { "server-only": fileURLToPath(new URL("./node_modules/server-only/empty.js", import.meta.url)) },
  },
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    exclude: ["tests/e2e/**"],
    globalSetup: ["tests/global-setup.ts"],
    maxWorkers: 2,
    env: { DATABASE_PATIENCE: "6" },
    // Generous: tests on a database share two cores with it, and a slow machine is not a defect.
    testTimeout: 240_000,
    hookTimeout: 300_000,
  },
});
