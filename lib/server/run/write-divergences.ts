import "server-only";
import type { ClientBase } from "pg";
import { dayNumber } from "@/lib/core/calendar";
import { FLAG, gapOf } from "@/lib/core/health/health-columns";
import { SETTLE_DAYS, type Sign, settlementOf } from "@/lib/core/scorecard/divergence";
import type { BookStatistics } from "./book-statistics";
import { standsSettled } from "./card-columns";
import type { ComputedBook } from "./compute-book";
import type { Card } from "./load-cards";
import type { KnownDivergence } from "./load-divergences";

export type FoundDivergence = { sign: Sign; gap: number; severe: boolean };

/** The divergence that a run found at an account of the book; null where score and scorecard agree. */
export function divergenceAt({ scored }: ComputedBook, i: number): FoundDivergence | null {
  const flags = scored.flags[i] as number;
  if (!(flags & (FLAG.HIDDEN_RISK | FLAG.FALSE_ALARM))) return null;
  return {
    sign: flags & FLAG.HIDDEN_RISK ? "hidden_risk" : "false_alarm",
    gap: gapOf(scored.score[i] as number, scored.qualitative[i] as number),
    severe: (flags & FLAG.SEVERE) !== 0,
  };
}

type Opened = FoundDivergence & {
  accountId: number;
  cardId: number;
  dueOn: string;
  ownerId: number | null;
  ownerRole: "am" | "csm" | "manager";
};
type Kept = Opened & { id: number };
export type DivergencePlan = { open: Opened[]; keep: Kept[]; close: number[] };

/** What a published run does to the divergences of its book: opens what is new, keeps the size and owner of open ones up to
 * date, closes those whose condition ended. One not settled in time becomes the manager's. A settled one stays settled until
 * sign, answers or size change. */
export function planDivergences(
  computed: ComputedBook,
  statistics: BookStatistics,
  managers: ReadonlyMap<number, number | null>,
): DivergencePlan {
  const plan: DivergencePlan = { open: [], keep: [], close: [] };
  for (const [i, accountId] of computed.book.accountIds.entries()) {
    const found = divergenceAt(computed, i);
    const known = computed.divergences.get(accountId);
    const isOpen = known !== undefined && known.settledOn === null && known.closedOn === null;
    const card = computed.cards.get(accountId);
    if (!found || !card) {
      if (isOpen) plan.close.push(known.id);
      continue;
    }
    if (known && standsSettled(card, known, found)) continue;
    const stays = isOpen && known.sign === found.sign;
    const isLate = stays && known.dueOn < computed.asOf;
    const owned = {
      accountId,
      cardId: card.id,
      ...found,
      ...ownerOf(computed, i, found, statistics, managers, isLate),
    };
    if (!stays) {
      if (isOpen) plan.close.push(known.id);
      plan.open.push(owned);
    } else if (known && hasChanged(known, owned, card)) plan.keep.push({ ...owned, id: known.id });
  }
  const inBook = new Set(computed.book.accountIds);
  for (const [accountId, known] of computed.divergences)
    if (!inBook.has(accountId) && known.settledOn === null && known.closedOn === null) plan.close.push(known.id);
  return plan;
}

function hasChanged(known: KnownDivergence, now: Opened, card: Card): boolean {
  return (
    known.gap !== now.gap ||
    known.severe !== now.severe ||
    known.scorecardId !== card.id ||
    known.ownerId !== now.ownerId ||
    known.ownerRole !== now.ownerRole
  );
}

function ownerOf(
  computed: ComputedBook,
  i: number,
  found: FoundDivergence,
  { topQuarterCents }: BookStatistics,
  managers: ReadonlyMap<number, number | null>,
  isLate: boolean,
): Pick<Opened, "dueOn" | "ownerId" | "ownerRole"> {
  const { book, asOf } = computed;
  const [amId, csmId] = [book.amId[i] ?? null, book.csmId[i] ?? null];
  const decideBy = computed.decideBy[i] as number;
  const { owner, dueOn } = settlementOf(found, asOf, {
    isTopArrQuarter: topQuarterCents !== null && (computed.arrCents[i] as number) >= topQuarterCents,
    daysToDecideBy: Number.isNaN(decideBy) ? null : decideBy - dayNumber(asOf),
  });
  if (owner === "csm_am" && !isLate) return { dueOn, ownerId: amId ?? csmId, ownerRole: amId === null ? "csm" : "am" };
  const manager = [amId, csmId]
    .map((id) => (id === null ? null : (managers.get(id) ?? null)))
    .find((id) => id !== null);
  return { dueOn, ownerId: manager ?? null, ownerRole: "manager" };
}

/** Writes a plan; what a person settled meanwhile is left alone. One that becomes severe is the manager's, with as many days to
 * settle it as one that opens. */
export async function writeDivergences(client: ClientBase, asOf: string, plan: DivergencePlan): Promise<void> {
  const { open, keep, close } = plan;
  const columns = (rows: Opened[]) => [
    rows.map((row) => row.sign),
    rows.map((row) => row.gap),
    rows.map((row) => (row.severe ? 2 : 1)),
    rows.map((row) => row.severe),
    rows.map((row) => row.cardId),
    rows.map((row) => row.ownerId),
    rows.map((row) => row.ownerRole),
  ];
  if (close.length > 0)
    await client.query(
      "update divergences set closed_on = $1 where id = any($2) and closed_on is null and settled_on is null",
      [asOf, close],
    );
  if (keep.length > 0)
    await client.query(
      `update divergences set gap = n.gap, tones = n.tones, severe = n.severe, scorecard_id = n.card, owner_id = n.owner,
         owner_role = n.role, severe_since = case when n.severe then coalesce(severe_since, $9::date) else severe_since end,
         due_on = case when n.severe and severe_since is null then $9::date + ${SETTLE_DAYS} else due_on end
       from unnest($1::text[], $2::float8[], $3::int2[], $4::bool[], $5::int[], $6::int[], $7::text[], $8::int[])
         n (sign, gap, tones, severe, card, owner, role, id)
       where divergences.id = n.id and closed_on is null and settled_on is null`,
      [...columns(keep), keep.map((row) => row.id), asOf],
    );
  if (open.length > 0)
    await client.query(
      `insert into divergences (sign, gap, tones, severe, scorecard_id, owner_id, owner_role, account_id, due_on, opened_on,
         severe_since)
       select n.*, $10::date, case when n.severe then $10::date end from unnest($1::text[], $2::float8[], $3::int2[], $4::bool[], $5::int[], $6::int[], $7::text[],
         $8::int[], $9::date[]) n (sign, gap, tones, severe, card, owner, role, account, due_on)
       where not exists (
         select from divergences d
         where d.account_id = n.account and d.closed_on is null and d.settled_on is null and d.sign = n.sign)`,
      [...columns(open), open.map((row) => row.accountId), open.map((row) => row.dueOn), asOf],
    );
}

/** The manager of each person. */
export async function loadManagers(client: ClientBase): Promise<Map<number, number | null>> {
  const { rows } = await client.query<{ id: number; manager: number | null }>(
    "select id, manager_id as manager from people",
  );
  return new Map(rows.map((row) => [row.id, row.manager]));
}
