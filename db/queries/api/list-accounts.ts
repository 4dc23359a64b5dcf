import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Cursor, SortColumn } from "@/db/queries/keyset";
import { pageByKeyset } from "@/db/queries/keyset";
import { type AccountsFilter, accountsSource } from "@/db/queries/list-portfolio-accounts";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";

type Person = { name: string; email: string };

export type ListedAccount = {
  accountId: number;
  externalId: string;
  slug: string;
  name: string;
  segment: string | null;
  region: string | null;
  csm: Person | null;
  am: Person | null;
  arrCents: number | null;
  endsOn: Day | null;
  decideBy: Day | null;
  score: number | null;
  health: number | null;
  tone: number;
  scoreTone: number;
  peopleTone: number;
  divergence: "hidden_risk" | "false_alarm" | null;
  divergenceSevere: boolean;
  fromPlace: number | null;
  toPlace: number | null;
  coverage: number | null;
  delta30: number | null;
  priority: number | null;
  reason: string | null;
};

const COLUMNS = {
  arr: sql`t.arr_cents`,
  health: sql`t.health`,
  score: sql`t.score`,
  name: sql`t.name`,
  priority: sql`t.priority`,
  change: sql`t.delta_30`,
  decide_by: sql`t.decide_by`,
} as const;

const person = (id: SQL) =>
  sql`(select jsonb_build_object('name', p.name, 'email', p.email) from people p where p.id = ${id})`;
const ALWAYS = sql`
  t.account_id as "accountId", a.external_id as "externalId", t.slug, t.name, t.segment, a.region,
  ${person(sql`t.csm_id`)} as csm, ${person(sql`t.am_id`)} as am, t.arr_cents as "arrCents", t.ends_on as "endsOn",
  t.decide_by as "decideBy", t.score, t.health, t.tone::int as tone, t.score_tone::int as "scoreTone",
  t.people_tone::int as "peopleTone", t.divergence, t.divergence_severe as "divergenceSevere",
  t.from_place as "fromPlace", t.to_place as "toPlace"`;
const NOW = sql`t.coverage, t.delta_30 as "delta30", t.priority, nullif(t.reason_text, '') as reason`;
const THEN = sql`null::real as coverage, null::real as "delta30", null::real as priority, null::text as reason`;

interface Page {
  sort: { by: keyof typeof COLUMNS; descending: boolean };
  after: Cursor | null;
  limit: number;
}

/** One page of accounts as programs read them: of the current run, of a past day, or those that moved. */
export async function listAccounts(
  ctx: Ctx,
  filter: AccountsFilter,
  { sort, after, limit }: Page,
): Promise<{ rows: ListedAccount[]; next: Cursor | null }> {
  const { from, where } = await accountsSource(ctx, filter, true);
  const isNow = !filter.asOf && !filter.moved;
  const column: SortColumn = { column: COLUMNS[sort.by], descending: sort.descending };
  return pageByKeyset<ListedAccount>(ctx, {
    select: sql`${ALWAYS}, ${isNow ? NOW : THEN}`,
    from: sql`${from} join accounts a on a.id = t.account_id`,
    where,
    sort: column,
    after,
    limit,
  });
}
