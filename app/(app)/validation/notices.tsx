import { measureName } from "@/components/validation/validation-words";
import type { ValidationSummary } from "@/db/queries/validation/get-validation-summary";
import type { Decision } from "@/lib/core/validation/cohort";
import { minutesToReplay } from "@/lib/core/validation/replay-pace";
import { FEWEST_OUTCOMES } from "@/lib/core/validation/verdict";
import { countText, dayText } from "@/lib/format";

interface Props {
  summary: ValidationSummary;
  /** The version that the address names. */
  version: number | null;
  horizon: number;
  before: "decided" | "effective";
}

const MOST_NAMES = 12;

/** What the figures stand on: how many are as published, what was left out and why, and what looks as if it knew the outcome. */
export function Notices({ summary, version, horizon, before }: Props) {
  const { report, asked, present } = summary;
  const { n, sources, leftOut, insufficient, withoutHistory, waiting, worth } = report;
  const isEnough = n >= FEWEST_OUTCOMES;
  const knowing = isEnough ? worth.filter(({ knows }) => knows) : [];
  const left = Object.entries(leftOut).map(([reason, n]) => `${countText(n)} ${reason}`);
  return (
    <div className="mb-4 flex max-w-prose flex-col gap-1 text-muted-foreground">
      {isEnough && (
        <p>
          Right means: below green {horizon} days before {before === "decided" ? "the decision" : "it took effect"} and
          lost (churned or downsold), or green and kept. {sources.published} of {n} as published then,{" "}
          {sources.replayed} replayed from what is now known of the day
          {sources.hindsight > 0 && asked
            ? `, ${sources.hindsight} in hindsight: version ${asked.version} was published on ${dayText(asked.publishedOn)}, after those days`
            : ""}
          .
        </p>
      )}
      {asked && version !== null && asked.version !== version && (
        <p>
          {asked.alike.includes(version)
            ? `Version ${version} scores as version ${asked.version} does: the figures are of both.`
            : `There is no version ${version}, or it was withdrawn: the figures are of version ${asked.version}.`}
        </p>
      )}
      {asked && present && asked.version !== present.version && (
        <p>
          Version {asked.version} is not the one that counts today; that is version {present.version}.
        </p>
      )}
      {left.length > 0 && <p>Left out: {left.join(", ")}.</p>}
      <Named words="had too little data for a band" decisions={insufficient} />
      <Named words={`had no data ${horizon} days before`} decisions={withoutHistory} />
      {waiting.length > 0 && (
        <p>
          {waiting.length === 1 ? "1 decision is" : `${countText(waiting.length)} decisions are`} not computed yet for
          this version and these days. {waitingWords(summary)}
        </p>
      )}
      {knowing.map(({ key }) => (
        <p key={key} className="font-medium text-foreground">
          {measureName(key)} looks as if it knew the outcome. Check where it comes from before you believe the figures.
        </p>
      ))}
    </div>
  );
}

/** When what waits is computed: by the background job, or only where somebody asks for it. */
export function waitingWords({ report, asked, computed }: ValidationSummary): string {
  if (asked && !computed.includes(asked.version))
    return `Nothing computes version ${asked.version} by itself: npm run validate -- --horizon ${report.horizon} --version ${asked.version} does it at once.`;
  return `The background job does it within about ${minutesToReplay(report.waiting)} minutes; npm run validate does it at once.`;
}

function Named({ words, decisions }: { words: string; decisions: readonly Decision[] }) {
  if (decisions.length === 0) return null;
  const names = decisions.slice(0, MOST_NAMES).map(({ name }) => name);
  const more = decisions.length - names.length;
  return (
    <p>
      {countText(decisions.length)} left out because they {words}: {names.join(", ")}
      {more > 0 && ` and ${countText(more)} more`}.
    </p>
  );
}
