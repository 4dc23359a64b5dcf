import { shownInteger } from "@/lib/core/health/rounding";
import type { OpenedBy } from "@/lib/core/playbook/openings";

interface Opened {
  openedBy: OpenedBy;
  modelVersion: number | null;
  healthThen: number | null;
}

const BY: Record<OpenedBy, string> = {
  data: "the numbers",
  scorecard: "a scorecard",
  guardrail: "a guardrail",
  model: "a new model",
};

/** What opened a playbook, in words: "opened by a scorecard at health 38". */
export function openedWords({ openedBy, modelVersion, healthThen }: Opened): string {
  const by = openedBy === "model" && modelVersion !== null ? `model v${modelVersion}` : BY[openedBy];
  return `opened by ${by}${healthThen === null ? "" : ` at health ${shownInteger(healthThen)}`}`;
}
