import type { JudgedCohort } from "./judged";

type Said = Record<Exclude<keyof JudgedCohort, "cases">, { length: number }> & { n: number; horizon: number };
type Asked = {
  /** All versions, each with those that score as it does. */
  versions: readonly { version: number; alike: readonly number[] }[];
  /** Those that the background job computes by itself. */
  computed: readonly number[];
  /** The one that stands for the version asked for. */
  asked: { version: number } | null;
  report: Said;
};

/** Why figures of a version cannot be given, in a sentence and of the field alone: it does not exist, or nothing is computed of its
 * past and nothing will be by itself. Null where they can.
 * @example figuresRefusal(9, { versions: [{ version: 2, alike: [1, 2] }], computed: [2], asked: { version: 2 }, report: { n: 0, horizon: 90, insufficient: [], withoutHistory: [], waiting: [] } })?.detail // → "must be one of 1, 2" */
export function figuresRefusal(
  version: number,
  { versions, computed, asked, report }: Asked,
): { message: string; detail: string } | null {
  const there = versions.flatMap(({ alike }) => alike).sort((a, b) => a - b);
  if (!there.includes(version))
    return {
      message: `There is no version ${version} of the model, or it was withdrawn. ${there.length > 0 ? `There are: ${there.join(", ")}.` : "None is published yet."}`,
      detail: there.length > 0 ? `must be one of ${there.join(", ")}` : "no version is published yet",
    };
  const { n, horizon, insufficient, withoutHistory, waiting } = report;
  const isNothingComputed = waiting.length > 0 && n + insufficient.length + withoutHistory.length === 0;
  if (!asked || !isNothingComputed || computed.includes(asked.version)) return null;
  const how = `npm run validate -- --horizon ${horizon} --version ${asked.version} does it at once`;
  return {
    message: `Nothing is computed of what version ${version} says ${horizon} days before decisions, and nothing computes it by itself: ${how}.`,
    detail: `is not computed ${horizon} days before decisions: ${how}`,
  };
}
