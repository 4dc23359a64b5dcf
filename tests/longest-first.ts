import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take longest: started last, one of them would run on alone beside an idle core. */
const LONG = [
  "ingest/import-large",
  "ingest/import-killed",
  "commands/replay-accounts",
  "commands/scorecard-interleavings",
  "start/parallel-migrations",
  "commands/import-preview",
  "queries/demo/validation",
  "ingest/read-large",
  "golden/golden",
  "core/playbook/year",
  "queries/demo/stories",
  "queries/demo/shift",
  "queries/demo/portfolio",
  "ingest/fuzz",
  "commands/import-session",
  "core/reference/reference",
];

/** The longest files first, and those that share a process one after the other. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification) => {
      const found = LONG.findIndex((name) => moduleId.includes(`/tests/${name}.test.ts`));
      return found >= 0 ? found : LONG.length + (project.config.isolate ? 0 : 1);
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
