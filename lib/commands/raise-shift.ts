import "server-only";
import { sql } from "drizzle-orm";
import type { PortfolioScope } from "@/db/queries/get-portfolio-scope";
import { getSettings } from "@/db/queries/get-settings";
import { findShift } from "@/db/queries/portfolio/get-shift";
import { getShiftReasons } from "@/db/queries/portfolio/get-shift-reasons";
import { type Quarter, quarterOf } from "@/lib/core/portfolio/quarter";
import { headlineSlice } from "@/lib/core/portfolio/shift-slices";
import { sliceWords } from "@/lib/core/portfolio/slice-words";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import { type Ctx, contextOf } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

type Manager = { id: number; name: string; email: string };
/** Whom a shift is told: one manager of their team, administrators alone, or all who lead. */
type Told = { personId: number; of: string } | { isPrivate: boolean };

/** Tells who leads of the quarter's structural shift, once; where books are private each manager of their own team's, and
 * administrators of the whole. Looks only within an hour of a run, since nothing else can raise one. Returns how many are new. */
export async function raiseShift(ctx: Ctx): Promise<number> {
  await authorize(ctx, "run:compute");
  const { rows } = await ctx.db.execute<{ isDue: boolean; isPrivate: boolean }>(sql`
    select visibility = 'own' as "isPrivate", coalesce(go_live_on, '-infinity') <= ${ctx.today}::date
      and exists (select from runs where is_current and as_of = ${ctx.today}::date and published_at > now() - interval '1 hour')
      and not exists (select from holds where kind = 'book_wide' and released_at is null) as "isDue"
    from settings where id = 1`);
  if (!rows[0]?.isDue) return 0;
  const { fiscalStartMonth } = await getSettings(ctx);
  const quarter = quarterOf(ctx.today, fiscalStartMonth);
  const { isPrivate } = rows[0];
  let raised = await raiseIn(ctx, { book: "all" }, quarter, { isPrivate });
  if (!isPrivate) return raised;
  const { rows: managers } = await ctx.db.execute<Manager>(sql`
    select p.id, p.name, p.email from people p join person_roles r on r.person_id = p.id
    where r.role = 'manager' and p.status = 'active'`);
  for (const { id, ...person } of managers) {
    const own = await contextOf({ kind: "person", personId: id, ...person, roles: ["manager"] }, ctx.db, ctx.now);
    raised += await raiseIn(own, { book: "team" }, quarter, { personId: id, of: person.name });
  }
  return raised;
}

async function raiseIn(ctx: Ctx, scope: Pick<PortfolioScope, "book">, quarter: Quarter, told: Told): Promise<number> {
  const subject = `shift:${quarter.first}${"of" in told ? `:${told.personId}` : ""}`;
  if (await isRaised(ctx, subject)) return 0;
  const shift = await findShift(ctx, { ...scope, segment: undefined }, quarter);
  if (!shift) return 0;
  const { fallen, greens } = shift.now.greens;
  const slice = headlineSlice(await getShiftReasons(ctx, { ...scope, segment: undefined }, shift.now), fallen);
  const where = slice && `${slice.fallen} of them ${sliceWords(slice.terms)}`;
  const payload = {
    ...told,
    asOf: ctx.today,
    first: quarter.first,
    fallen,
    greens,
    chance: shift.verdict.chance,
    where,
  };
  return withTransaction(ctx, async ({ tx, client }) => {
    await client.query("select pg_advisory_xact_lock(hashtext($1))", [subject]);
    if (await isRaised({ ...ctx, db: tx }, subject)) return 0;
    await client.query(
      "insert into outbox (dedupe_key, kind, payload) values ($1, 'structural_shift', $2) on conflict do nothing",
      [subject, JSON.stringify(payload)],
    );
    await emitAudit(ctx, tx, { entry: "shift.raised", subject, after: payload });
    return 1;
  });
}

/** The outbox forgets what it delivered; the audit log does not. */
async function isRaised({ db }: Ctx, subject: string): Promise<boolean> {
  const { rows } = await db.execute<{ found: boolean }>(
    sql`select exists (select from audit where entry = 'shift.raised' and subject = ${subject}) as found`,
  );
  return rows[0]?.found ?? false;
}
