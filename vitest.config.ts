import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What only computes or draws keeps no state: its files share a process, which reads the core once. */
const PURE = ["tests/core/**/*.test.ts", "tests/components/**/*.test.ts"];

/** So do those that each ask a database of their own: `db()` speaks to it. Who mocks or judges memory needs a process too. */
const SHARING = [
  "tests/{commands,golden,jobs,queries,server/api}/**/*.test.ts",
  "tests/ingest/!(fuzz|import-killed|import-large|read-large).test.ts",
];

const ORDER = ["alone", "database", "pure"];

/** Files that take longest: started last, one of them would run on alone beside an idle core. */
const LONG = [
  ...["ingest/import-large", "ingest/import-killed", "ingest/fuzz", "start/parallel-migrations", "ingest/read-large"],
  ...["commands/import-preview", "commands/scorecard-interleavings", "commands/replay-accounts"],
  ...["commands/import-undo", "commands/import-session", "queries/plan-effect", "queries/portfolio/random-book"],
  ...["core/playbook/year", "core/reference/reference"],
];

/** Project after project, for files share a process only with the next of theirs; in each the longest files first. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification) => {
      const found = LONG.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
      return ORDER.indexOf(project.name) * 100 + (found >= 0 ? found : LONG.length);
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

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
          include: SHARING,
          isolate: false,
          globalSetup: ["tests/global-setup.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "alone",
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: ["tests/e2e/**", ...PURE, ...SHARING],
          globalSetup: ["tests/global-setup.ts"],
        },
      },
    ],
  },
});
