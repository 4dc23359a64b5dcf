import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Relation, Role } from "@/lib/core/access";
import type { Month } from "@/lib/core/calendar";
import { definitionFor } from "@/lib/core/health/model";
import type { GridRow } from "@/lib/core/scorecard/grid-row";
import { recordedAsOf } from "@/lib/core/scorecard/recorded-as";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";
import { workedBooks } from "@/lib/server/worked-books";
import { fillerId, handedOverOn, lockedOn, relation, wasBest } from "./card-parts";
import { findCurrentModel } from "./find-current-model";

/** Whose cards: those of one's own book, those that the people one leads are to fill, one person's, or everybody's. */
export type GridOwner = "me" | "team" | "all" | number;

type Raw = Omit<GridRow, "weights" | "minGap" | "answersAs"> &
  Relation & { isOnboarding: boolean; isFiller: boolean; total: number };

/** More rows than this are not one person's month. */
const GRID_ROWS = 200;

/** The month's grid of scorecards, the soonest decision first, with what was said before; and how many rows there are in
 * all; accounts of exempt segments owe no card and are counted apart. */
export async function listScorecardGrid(
  ctx: Ctx,
  period: Month,
  owner: GridOwner | { accountId: number },
  limit = GRID_ROWS,
): Promise<{ rows: GridRow[]; total: number; exempt: number }> {
  const shown = sql`${visibleAccounts(ctx, sql`t.account_id`)} and ${ownedBy(ctx, owner)}`;
  const { rows: counted } = await ctx.db.execute<{ exempt: number }>(
    sql`select count(*)::int as exempt from triage t where t.card_state = 'exempt' and ${shown}`,
  );
  const exempt = counted[0]?.exempt ?? 0;
  const { rows } = await ctx.db.execute<Raw>(sql`
    select t.account_id as "accountId", t.slug, t.name, t.segment, t.arr_cents as "arrCents", t.ends_on as "endsOn",
      t.decide_by as "decideBy", t.score, t.score_tone as "scoreTone", t.health, t.tone, t.divergence is not null as diverges,
      t.sparkline, t.delta_30 as "delta30", t.card_due_on as "cardDueOn", ${handedOverOn(ctx)} as "handedOverOn", ${lockedOn(period)} as "lockedOn",
      previous.card as previous, current.card as card, draft.card as draft, challenge.card as challenge, ${wasBest(ctx)} as "wasBest",
      coalesce((r.definitions)[s.definition + 1] = 'onboarding', false) as "isOnboarding",
      filler.name as filler, coalesce(filler.id = ${me(ctx)}, false) as "isFiller", ${relation(ctx)}, count(*) over ()::int as total
    from triage t
    join runs r on r.id = t.run_id
    left join run_scores s on s.run_id = t.run_id and s.account_id = t.account_id
    left join people filler on filler.id = ${fillerId}
    left join lateral (${latest(ctx, sql`c.recorded_as <> 'challenge' and c.period < ${period}`)}) previous on true
    left join lateral (${latest(ctx, sql`c.recorded_as <> 'challenge' and c.period = ${period}`)}) current on true
    left join lateral (
      ${latest(ctx, sql`c.recorded_as = 'challenge' and c.period = ${period}`)}
    ) challenge on (challenge.card ->> 'version')::int > coalesce((current.card ->> 'version')::int, 0)
    left join lateral (
      select jsonb_build_object('version', c.version, 'author', p.name, ${saidJson}) as card
      from scorecard_drafts c left join people p on p.id = c.updated_by
      where c.account_id = t.account_id and c.period = ${period}
    ) draft on true
    where t.card_state <> 'exempt' and ${shown}
    order by t.decide_by nulls last, t.name, t.account_id
    limit ${limit}`);
  const model = await findCurrentModel(ctx);
  if (!model) return { rows: [], total: 0, exempt };
  const roles: readonly Role[] = ctx.actor.kind === "person" ? ctx.actor.roles : [];
  const withWeights = rows.map(({ isOnboarding, isFiller, own, team, total: _, ...row }): GridRow => {
    const { weights, divergenceMinGap: minGap } = definitionFor(model, row.segment, isOnboarding).overlay;
    const may = recordedAsOf(roles, { own, team }, isFiller);
    const answersAs = row.lockedOn && may !== "challenge" ? null : may;
    // A draft is its owner's: whoever would challenge begins from the card.
    const draft = answersAs === null || answersAs === "challenge" ? null : row.draft;
    const isOld = row.card && row.handedOverOn && row.card.submittedOn < row.handedOverOn;
    return { ...row, weights, minGap, answersAs, draft, handedOverOn: isOld ? row.handedOverOn : null };
  });
  return { rows: withWeights, total: rows[0]?.total ?? 0, exempt };
}

const saidJson = sql`
  'answers', jsonb_strip_nulls(jsonb_build_object('champion', c.champion, 'executive', c.executive, 'outcome', c.outcome)),
  'notes', jsonb_build_object('champion', c.champion_note, 'executive', c.executive_note, 'outcome', c.outcome_note)`;

/** The latest card of an account `t` among those given by today that a condition on `c` leaves. */
function latest(ctx: Ctx, which: SQL): SQL {
  return sql`select jsonb_build_object('period', c.period, 'version', c.version, 'author', p.name, 'recordedAs', c.recorded_as, 'submittedOn', c.submitted_on, ${saidJson}) as card
    from scorecards c left join people p on p.id = c.author_id
    where c.account_id = t.account_id and c.submitted_on <= ${ctx.today} and ${which}
    order by c.period desc, c.version desc limit 1`;
}

const me = (ctx: Ctx) => (ctx.actor.kind === "person" ? ctx.actor.personId : -1);

function ownedBy(ctx: Ctx, owner: GridOwner | { accountId: number }): SQL {
  if (typeof owner === "object") return sql`t.account_id = ${owner.accountId}`;
  if (owner === "all") return sql`true`;
  if (owner === "me") return sql`(t.csm_id = ${workedBooks(ctx)} or t.am_id = ${workedBooks(ctx)})`;
  if (owner === "team") return sql`${fillerId} in (select id from people where manager_id = ${me(ctx)})`;
  return sql`${fillerId} = ${owner}`;
}
