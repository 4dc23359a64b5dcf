import "server-only";
import { loadSlices } from "@/db/days/load-slices";
import type { Day } from "@/lib/core/calendar";
import type { Definition, Measure, Model } from "@/lib/core/health/model";
import { compileScoring, pointsOf } from "@/lib/core/health/points";
import { definitionRequests, readDefinition } from "@/lib/core/measures/levels";
import { needsOf } from "@/lib/core/measures/needs";
import { type DraftFacts, type ReadFacts, SAME } from "@/lib/core/model-draft/advice-of";
import { correlatedPairs } from "@/lib/core/model-draft/correlation";
import { definitionAt } from "@/lib/core/model-draft/definition-keys";
import { spreadOf } from "@/lib/core/model-draft/histogram";
import { unreadableOf } from "@/lib/core/model-draft/refusals-of";
import { AppError } from "@/lib/errors";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { loadBook } from "@/lib/server/run/load-book";
import { readWhole } from "@/lib/server/run/read-whole";
import { findDraft } from "./list-drafts";

/** Histograms of more accounts look the same. */
const MOST_ACCOUNTS = 5_000;

/** How the readings of one definition of a draft lie over the accounts that it would score as of the current run, and which
 * measures say the same. Of more than 5,000 accounts every so-manieth is read. */
export async function getDraftFacts(
  ctx: Ctx,
  { id, definition: key }: { id: number; definition: string },
): Promise<ReadFacts> {
  await authorize(ctx, "model:draft");
  const draft = await findDraft(ctx, id);
  const definition = draft && definitionAt(draft.model, key);
  if (!definition) throw new AppError("not_found", "There is no such draft or definition.");
  const asOf = await findAsOf(ctx);
  const measures = readable(definition);
  if (!asOf || measures.length === 0) return { spreads: {}, correlations: [], accounts: 0, read: 0, asOf };
  return readWhole(ctx.db, async (client) => {
    const all = scoredBy(draft.model, key, await loadBook(client, asOf));
    const accountIds = sampleOf(all);
    const asked = { measures, watched: [] };
    const slices = await loadSlices(client, { asOf, needs: needsOf(definitionRequests(asked)), accountIds });
    const columns = readDefinition(asked, slices);
    return { ...factsOf(measures, columns), accounts: all.length, read: accountIds.length, asOf };
  });
}

async function findAsOf(ctx: Ctx): Promise<Day | null> {
  const { rows } = await ctx.db.execute<{ asOf: Day }>(`select as_of as "asOf" from runs where is_current`);
  return rows[0]?.asOf ?? null;
}

/** The measures that signals can give as the draft asks for them: one that is half-written does not hide the others. */
function readable({ measures }: Definition): Measure[] {
  const once = measures.filter(({ key }, i) => measures.findIndex((other) => other.key === key) === i);
  const levels = once.filter(({ conditions }) => conditions);
  const plain = once.filter((measure) => !measure.conditions && !unreadableOf({ measures: [measure], watched: [] }));
  const made = levels.filter((measure) => !unreadableOf({ measures: [...plain, measure], watched: [] }));
  return once.filter((measure) => plain.includes(measure) || made.includes(measure));
}

function scoredBy(model: Model, key: string, book: Awaited<ReturnType<typeof loadBook>>): number[] {
  const segments = model.definitions.segments ?? {};
  return [...book.accountIds].filter((_, i) => {
    const segment = book.segment[i];
    if (model.definitions.onboarding && book.isOnboarding[i]) return key === "onboarding";
    return segment && Object.hasOwn(segments, segment) ? key === `segment:${segment}` : key === "default";
  });
}

function sampleOf(accountIds: readonly number[]): number[] {
  if (accountIds.length <= MOST_ACCOUNTS) return [...accountIds];
  const step = accountIds.length / MOST_ACCOUNTS;
  return Array.from({ length: MOST_ACCOUNTS }, (_, i) => accountIds[Math.floor(i * step)] as number);
}

function factsOf(measures: readonly Measure[], columns: readonly Float64Array[]): DraftFacts {
  const names = measures.map(({ scoring }) => (scoring.type === "levels" ? Object.keys(scoring.levels).sort() : null));
  const spreads = measures.map(({ key }, i) => [key, spreadOf(columns[i] as Float64Array, names[i])] as const);
  // Levels have no order of their own: they correlate by what they are worth.
  const compared = measures.map(({ key, scoring }, i): [string, Float64Array] => {
    const column = columns[i] as Float64Array;
    if (scoring.type !== "levels") return [key, column];
    const compiled = compileScoring(scoring);
    return [key, column.map((level) => (Number.isFinite(level) ? pointsOf(compiled, level) : Number.NaN))];
  });
  return { spreads: Object.fromEntries(spreads), correlations: correlatedPairs(new Map(compared), SAME) };
}
