import "server-only";
import { sql } from "drizzle-orm";
import { findScoredDay } from "@/db/queries/accounts-on";
import type { PortfolioScope } from "@/db/queries/get-portfolio-scope";
import { type Day, daysBetween } from "@/lib/core/calendar";
import { earlierQuarters, type Quarter } from "@/lib/core/portfolio/quarter";
import { judgeShift, type QuarterGreens, SHIFT_RULE, type ShiftVerdict } from "@/lib/core/portfolio/shift";
import type { Ctx } from "@/lib/server/context";
import { calendarFalls } from "./calendar-falls";
import { type QuarterPath, quarterPaths } from "./quarter-paths";
import { rememberScope } from "./remember-scope";

type Scope = Pick<PortfolioScope, "book" | "segment">;
/** A quarter between the runs that it is measured from: the last before it and the last in it. */
export type MeasuredQuarter = Quarter & { start: Day; end: Day };
export type QuarterCount = MeasuredQuarter & { greens: QuarterGreens };
export type Shift = { now: QuarterCount; earlier: QuarterCount[]; verdict: ShiftVerdict };

/** Whether a quarter is a structural shift of a scope, with the quarters it is held against, the latest first; null where
 * nothing was scored before it or in it. */
export async function getShift(ctx: Ctx, scope: Scope, quarter: Quarter): Promise<Shift | null> {
  const now = await countQuarter(ctx, scope, quarter);
  return now && (await judged(ctx, scope, now));
}

/** The shift where there is one: the quarters before are only counted where the quarter's own figures allow it. */
export async function findShift(ctx: Ctx, scope: Scope, quarter: Quarter): Promise<Shift | null> {
  const now = await countQuarter(ctx, scope, quarter);
  if (!now || !judgeShift(now.greens, []).isShift) return null;
  const shift = await judged(ctx, scope, now);
  return shift.verdict.isShift ? shift : null;
}

async function judged(ctx: Ctx, scope: Scope, now: QuarterCount): Promise<Shift> {
  const before = earlierQuarters(now, SHIFT_RULE.earlierQuarters);
  const found = await Promise.all(before.map((one) => countQuarter(ctx, scope, one)));
  const earlier = found.filter((one) => one !== null);
  return {
    now,
    earlier,
    verdict: judgeShift(
      now.greens,
      earlier.map(({ greens }) => greens),
    ),
  };
}

async function countQuarter(ctx: Ctx, scope: Scope, quarter: Quarter): Promise<QuarterCount | null> {
  const measured = await measuredQuarter(ctx, quarter);
  if (!measured) return null;
  const { start, end } = measured;
  const greens = await rememberScope(ctx, scope, ["quarter", start, end], () => greensOf(ctx, scope, measured));
  return { ...measured, greens };
}

async function greensOf(ctx: Ctx, scope: Scope, measured: MeasuredQuarter): Promise<QuarterGreens> {
  const { rows } = await ctx.db.execute<{ path: QuarterPath; accounts: number }>(
    sql`select path, count(*)::int as accounts from (${quarterPaths(ctx, scope, measured)}) q group by path`,
  );
  const of = (path: QuarterPath) => rows.find((row) => row.path === path)?.accounts ?? 0;
  const calendar = of("fell") > 0 ? (await calendarFalls(ctx, scope, measured)).size : 0;
  const fallen = of("fell") + of("gone") - calendar;
  return { greens: of("stayed") + fallen, fallen, risen: of("risen"), apart: of("apart") + calendar };
}

/** The runs that a quarter lies between; a run more than a month before is none of its. */
async function measuredQuarter(ctx: Ctx, quarter: Quarter): Promise<MeasuredQuarter | null> {
  const start = await findScoredDay(ctx, quarter.before);
  const end = await findScoredDay(ctx, quarter.last < ctx.today ? quarter.last : ctx.today);
  return start && end && daysBetween(quarter.before, end) > 0 ? { ...quarter, start, end } : null;
}
