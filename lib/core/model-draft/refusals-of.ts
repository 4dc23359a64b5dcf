import type { z } from "zod";
import { type Definition, Model } from "@/lib/core/health/model";
import { readDefinition } from "@/lib/core/measures/levels";
import type { Slices } from "@/lib/core/measures/measure";
import type { Playbook } from "@/lib/core/playbook/playbook";
import { playbookGaps } from "@/lib/core/playbook/playbook-gaps";
import { definitionAt, definitionKeys, definitionPath } from "./definition-keys";

/** What keeps a model from being published, one message a field, by its dotted path. */
export type Refusals = Readonly<Record<string, string>>;

const NOTHING = new Float64Array(0);
const NO_ACCOUNTS: Slices = {
  asOf: 0,
  n: 0,
  customerSince: NOTHING,
  feeds: new Map(),
  column: () => NOTHING,
  metric: () => ({ value: NOTHING, day: NOTHING, n: NOTHING, sum: NOTHING }),
  attribute: () => [],
};

/** What keeps a model from being published: what its schema refuses, measures that signals cannot give, and, where the playbooks
 * are given, bands without one. Paths are dotted, as forms name their fields: "definitions.default.measures.0.weight". */
export function refusalsOf(model: Model, playbooks: readonly Playbook[] | null = null): Refusals {
  const refusals: Record<string, string> = {};
  const parsed = Model.safeParse(model);
  for (const issue of parsed.error?.issues ?? []) refusals[issue.path.join(".")] ??= messageOf(issue);
  for (const key of definitionKeys(model)) {
    const definition = definitionAt(model, key) as Definition;
    const path = definitionPath(key);
    const unread = unreadableOf(definition);
    const hasOwn = Object.keys(refusals).some((other) => other.startsWith(path));
    if (unread && !hasOwn) refusals[`${path}.measures`] = unread;
    if (!playbooks) continue;
    const segment = key.startsWith("segment:") ? key.slice("segment:".length) : null;
    for (const [i, band] of definition.bands.entries()) {
      const [gap] = playbookGaps(playbooks, [band], segment);
      if (gap) refusals[`${path}.bands.${i}.playbook`] ??= gap;
    }
  }
  return refusals;
}

/** Why signals cannot give what a definition asks for, or null: an unknown measure, a level scored as a number, a circle.
 * @example unreadableOf({ measures: [{ key: "vibes", weight: 1, scoring: { type: "linear", worst: 0, best: 1 } }], watched: [] }) // → "measureOf knows no measure \"vibes\"" */
export function unreadableOf(definition: Pick<Definition, "measures" | "watched">): string | null {
  try {
    readDefinition(definition, NO_ACCOUNTS);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\.weight$/, "a weight is a number above 0"],
  [/\.window$/, "a window is 14 to 365 whole days"],
  [/\.freshness$/, "the age limit is 1 to 3650 whole days"],
  [/\.from$/, "a cut-off is a number from 0 to 100"],
  [/\.coverageFloor$/, "the floor is a share from 0 to 100%"],
  [/\.divergenceMinGap$/, "the gap is a number from 0 to 100"],
  [/\.overlay\.weight$/, "λ is a number from 0 to 1"],
  [/\.firstDeadlineDays$/, "the first deadline is 1 to 365 whole days"],
  [/^name$/, "a model needs a name"],
  [/\.name$/, "the name is too long or empty"],
  [/\.when$/, "it needs at least one condition"],
  [/\.conditions$/, "it needs at least one rule"],
];

/** A schema's own words where it speaks of a rule; ours where it speaks of types and sizes. */
function messageOf(issue: z.core.$ZodIssue): string {
  const path = issue.path.join(".");
  const isOurs = issue.code === "custom" || !/^(Too (small|big)|Invalid)/.test(issue.message);
  return isOurs ? issue.message : (WORDS.find(([where]) => where.test(path))?.[1] ?? issue.message);
}
