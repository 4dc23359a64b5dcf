import "server-only";
import type { ClientBase } from "pg";
import { type Day, dayNumber, monthOf } from "@/lib/core/calendar";
import { FLAG } from "@/lib/core/health/health-columns";
import type { Definition } from "@/lib/core/health/model";
import { roundSix, shownInteger } from "@/lib/core/health/rounding";
import type { Clock } from "@/lib/core/playbook/clock";
import type { PriorityFormula } from "@/lib/core/portfolio/priority-formula";
import { reasonsOf } from "@/lib/core/portfolio/reasons";
import { priorityFactsOf, priorityOf } from "@/lib/core/portfolio/triage";
import { cappedAnswers } from "@/lib/core/scorecard/answers";
import { dueOn } from "@/lib/core/scorecard/cycle";
import { type CopyColumn, copyRows } from "@/lib/server/copy-rows";
import type { BookStatistics } from "./book-statistics";
import { standsSettled } from "./card-columns";
import type { ComputedBook } from "./compute-book";
import { healthAt } from "./health-at";
import { type Face, loadFaces } from "./load-faces";
import { loadFormula } from "./load-formula";
import { loadToneSince, loadTrends, type Trends } from "./load-trends";
import { finite, reasonFactsAt, silentFeed } from "./reason-facts";
import { divergenceAt, type FoundDivergence } from "./write-divergences";
import { toneCode } from "./write-scores";

/** A fall of so many points in 14 days is fresh. */
const FRESH_FALL = 10;
const STEPPED = FLAG.CLAMPED | FLAG.GUARDED | FLAG.PEOPLE_ALONE;

/** What rows need beside the computed book: where the book's ARR lies, the clocks that stand open by account, and the book as
 * consequences see it: what is held gives no reason to look at an account. */
type Around = BookStatistics & { clocks: ReadonlyMap<number, readonly Clock[]>; effective: ComputedBook };

/** Copies the rows of the queue for a computed book into a table of triage's shape. Returns the accounts whose health fell by 10
 * points in 14 days, or by nearly that, as consequences see it. */
export async function writeTriage(
  client: ClientBase,
  table: string,
  runId: number,
  computed: ComputedBook,
  around: Around,
): Promise<number[]> {
  const { book, scored, model, asOf } = computed;
  const ids = book.accountIds;
  const tone = (bands: Int8Array) => (i: number) => toneCode(model, scored.definition[i] as number, bands[i] as number);
  const [healthTone, scoreTone] = [tone(scored.healthBand), tone(scored.scoreBand)];
  const tones = Array.from(ids, (_, i) => healthTone(i) || null);
  const trends = await loadTrends(client, asOf, ids);
  const toneSince = await loadToneSince(client, asOf, ids, tones);
  const faces = await loadFaces(client, asOf, ids);
  const ranking = { ...around, formula: await loadFormula(client) };
  const silent = model.definitions.map((definition) => silentFeed(definition, computed));
  const rows = Array.from(ids, (_, i) => rowAt(computed, i, trends, faces[i] as Face, ranking, silent));
  const row = (i: number) => rows[i] as Row;
  const bandKey = (bands: Int8Array) => (i: number) =>
    (model.definitions[scored.definition[i] as number] as Definition).bands[bands[i] as number]?.key ?? null;
  const dated = (day: Day | null | undefined) => (day ? dayNumber(day) : null);

  const columns: CopyColumn[] = [
    { name: "account_id", type: "int4", at: (i) => ids[i] as number },
    { name: "run_id", type: "int4", at: () => runId },
    { name: "slug", type: "text", at: (i) => (faces[i] as Face).slug },
    { name: "name", type: "text", at: (i) => (faces[i] as Face).name },
    { name: "segment", type: "text", at: (i) => book.segment[i] ?? null },
    { name: "lifecycle_stage", type: "text", at: (i) => book.lifecycleStage[i] ?? null },
    { name: "csm_id", type: "int4", at: (i) => book.csmId[i] ?? null },
    { name: "am_id", type: "int4", at: (i) => book.amId[i] ?? null },
    { name: "arr_cents", type: "int8", at: (i) => finite(computed.arrCents[i]) },
    { name: "ends_on", type: "date", at: (i) => dated(book.endsOn[i]) },
    { name: "decide_by", type: "date", at: (i) => finite(computed.decideBy[i]) },
    { name: "score", type: "float8", at: (i) => finite(scored.score[i]) },
    { name: "health", type: "float8", at: (i) => finite(scored.health[i]) },
    { name: "qualitative", type: "float8", at: (i) => finite(scored.qualitative[i]) },
    { name: "coverage", type: "float4", at: (i) => scored.coverage[i] as number },
    { name: "tone", type: "int2", at: healthTone },
    { name: "band", type: "text", at: bandKey(scored.healthBand) },
    { name: "score_tone", type: "int2", at: scoreTone },
    { name: "score_band", type: "text", at: bandKey(scored.scoreBand) },
    { name: "people_tone", type: "int2", at: (i) => (scored.peopleRank[i] as number) + 1 },
    { name: "band_since", type: "date", at: (i) => dated(toneSince[i]) },
    { name: "delta_30", type: "float8", at: (i) => (healthTone(i) ? row(i).delta30 : null) },
    { name: "delta_90", type: "float8", at: (i) => (healthTone(i) ? row(i).delta90 : null) },
    {
      name: "sparkline",
      type: "int2[]",
      at: (i) => sparkline(trends, i, healthTone(i) ? scored.health[i] : undefined),
    },
    { name: "divergence", type: "text", at: (i) => row(i).divergence?.sign ?? null },
    { name: "divergence_gap", type: "float8", at: (i) => row(i).divergence?.gap ?? null },
    { name: "divergence_severe", type: "bool", at: (i) => row(i).divergence?.severe ?? false },
    { name: "card_state", type: "text", at: (i) => row(i).cardState },
    { name: "card_due_on", type: "date", at: (i) => dated(row(i).cardDueOn) },
    { name: "champion", type: "text", at: (i) => row(i).answers?.champion ?? null },
    { name: "executive", type: "text", at: (i) => row(i).answers?.executive ?? null },
    { name: "outcome", type: "text", at: (i) => row(i).answers?.outcome ?? null },
    { name: "last_touch_on", type: "date", at: (i) => finite(computed.lastTouch[i]) },
    { name: "priority", type: "float8", at: (i) => row(i).priority },
    { name: "priority_flags", type: "int2", at: (i) => row(i).priorityFlags },
    { name: "reason", type: "text", at: (i) => row(i).reasons[0]?.key ?? null },
    { name: "reason_text", type: "text", at: (i) => row(i).reasons[0]?.text ?? "" },
    { name: "reasons", type: "jsonb", at: (i) => JSON.stringify(row(i).reasons) },
    { name: "steps", type: "json", at: (i) => JSON.stringify(row(i).steps) },
  ];
  await copyRows(client, table, columns, scored.n);
  const { health } = around.effective.scored;
  return [...ids].filter((_, i) => (trends.health14[i] as number) - (health[i] as number) >= FRESH_FALL - 0.01);
}

type Row = ReturnType<typeof rowAt>;

function rowAt(
  computed: ComputedBook,
  i: number,
  trends: Trends,
  face: Face,
  { medianCents, clocks: clocksOf, effective, formula }: Around & { formula: PriorityFormula },
  silent: readonly ReturnType<typeof silentFeed>[],
) {
  const { book, scored, asOf } = computed;
  const card = computed.cards.get(book.accountIds[i] as number) ?? null;
  const divergence = openDivergenceAt(effective, i);
  const health = finite(scored.health[i]);
  const fellBy = (before: Float64Array) => finite((before[i] as number) - (health ?? Number.NaN));
  const change = (before: Float64Array) => {
    const fall = fellBy(before);
    return fall === null ? null : -fall;
  };
  const decideBy = finite(computed.decideBy[i]);
  const clocks = clocksOf.get(book.accountIds[i] as number) ?? [];
  const reasons = reasonsOf(
    reasonFactsAt(effective, i, trends, { divergence, silent: silent[scored.definition[i] as number] ?? null, clocks }),
  );
  const isExempt = computed.cardRules.exempt.has(book.accountIds[i] as number);
  const cardState = card ? (card.isExpired ? "expired" : "in_force") : isExempt ? "exempt" : "none";
  const now = effective.scored.health[i] as number;
  const priorityFlags =
    (roundSix((trends.health14[i] as number) - now) >= FRESH_FALL ? 1 : 0) |
    (clocks.some(({ state }) => state === "breached") ? 2 : 0) |
    (face.hasNextStep ? 4 : 0);
  const ranked = {
    health: finite(now),
    qualitative: finite(scored.qualitative[i]),
    cardState,
    arrCents: finite(computed.arrCents[i]),
    daysToDecideBy: decideBy === null ? null : decideBy - dayNumber(asOf),
    flags: priorityFlags,
  };
  const { priority } = priorityOf(priorityFactsOf(ranked, medianCents ?? 0), formula);
  return {
    divergence,
    delta30: change(trends.health30),
    delta90: change(trends.health90),
    priority,
    reasons: reasons.map(({ kind, words, action, severe }) => ({ key: kind, text: words, action, severe })),
    steps:
      card || isExempt || (scored.flags[i] as number) & STEPPED
        ? healthAt(computed, i).steps.map((step) => step.words)
        : [],
    priorityFlags,
    cardState,
    cardDueOn: card ? card.nextDueOn : isExempt ? null : dueOn(monthOf(asOf), computed.cardRules.dueDay),
    answers: card && cappedAnswers(card.answers, card.championEnded),
  };
}

/** The divergence found, unless a person has settled it. */
export function openDivergenceAt(computed: ComputedBook, i: number): FoundDivergence | null {
  const accountId = computed.book.accountIds[i] as number;
  const found = divergenceAt(computed, i);
  const [card, known] = [computed.cards.get(accountId), computed.divergences.get(accountId)];
  return found && card && known && standsSettled(card, known, found) ? null : found;
}

function sparkline(trends: Trends, i: number, now: number | undefined): (number | null)[] {
  return [...trends.weeks.map((week) => week[i]), now].map((health) => {
    const value = finite(health);
    return value === null ? null : shownInteger(value);
  });
}
