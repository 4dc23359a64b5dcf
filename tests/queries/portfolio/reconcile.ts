import { expect } from "vitest";
import { getPortfolioScope } from "@/db/queries/get-portfolio-scope";
import { type Amount, getStanding } from "@/db/queries/get-standing";
import { listBandsOverTime, type ToneCount } from "@/db/queries/list-bands-over-time";
import { listMigration, type Move } from "@/db/queries/list-migration";
import {
  type AccountsFilter,
  countPortfolioAccounts,
  listPortfolioAccounts,
  type PortfolioAccount,
} from "@/db/queries/list-portfolio-accounts";
import type { TriageFilter } from "@/db/queries/triage-filter";
import type { Day } from "@/lib/core/calendar";
import { NEAR_DAYS } from "@/lib/core/portfolio/slice-sums";
import type { Ctx } from "@/lib/server/context";

type Asked = Pick<TriageFilter, "book" | "segment">;
const byTone = (counts: readonly ToneCount[]) => new Map(counts.map(({ tone, ...amount }) => [tone, amount]));

/** Every account of a list, page by page, and what they add up to. */
async function wholeList(ctx: Ctx, filter: AccountsFilter): Promise<Amount & { rows: PortfolioAccount[] }> {
  const rows: PortfolioAccount[] = [];
  for (let after = null, isMore = true; isMore; ) {
    const page = await listPortfolioAccounts(ctx, filter, { after, limit: 25 });
    rows.push(...page.rows);
    after = page.next as never;
    isMore = page.next !== null;
  }
  expect(new Set(rows.map(({ accountId }) => accountId)).size).toBe(rows.length);
  return {
    rows,
    accounts: rows.length,
    arrCents: rows.reduce((sum, { arrCents }) => sum + (arrCents ?? 0), 0),
    withoutRate: rows.filter(({ arrCents }) => arrCents === null).length,
  };
}

async function expectList(ctx: Ctx, filter: AccountsFilter, shown: Amount): Promise<void> {
  const { rows: _, ...listed } = await wholeList(ctx, filter);
  const { accounts, arrCents, withoutRate } = shown;
  expect(listed).toEqual({ accounts, arrCents, withoutRate });
  expect(await countPortfolioAccounts(ctx, filter)).toEqual(listed);
}

/** Tiles, bars and lists of the current run say the same, to the account and the cent. */
export async function expectStandingReconciles(ctx: Ctx, asked: Asked, today: Day): Promise<void> {
  const standing = await getStanding(ctx, asked);
  const [bars] = await listBandsOverTime(ctx, await getPortfolioScope(ctx, asked), [today]);
  expect(byTone(bars?.tones ?? [])).toEqual(byTone(standing.tones));
  await expectList(ctx, asked, standing.total);
  for (const tone of standing.tones) {
    await expectList(ctx, { ...asked, tones: [tone.tone] }, tone);
    await expectList(ctx, { ...asked, tones: [tone.tone], asOf: today }, tone);
  }
  await expectList(ctx, { ...asked, atRisk: true }, standing.atRisk);
  await expectList(ctx, { ...asked, tones: [0, 1, 2], renewsWithin: NEAR_DAYS }, standing.renewingNotGreen);
}

/** The bars of each day are the list of that day. */
export async function expectBarsReconcile(ctx: Ctx, asked: Asked, days: readonly Day[]): Promise<void> {
  const scope = await getPortfolioScope(ctx, asked);
  const bars = await listBandsOverTime(ctx, scope, days);
  expect(await listBandsOverTime(ctx, { ...scope, counted: null }, days)).toEqual(bars);
  for (const { day, tones } of bars) {
    for (const tone of tones) await expectList(ctx, { ...asked, asOf: day as Day, tones: [tone.tone] }, tone);
  }
}

/** The margins of the matrix are the head-counts and ARR of both days, and each cell is its list. */
export async function expectMatrixReconciles(ctx: Ctx, asked: Asked, from: Day, to: Day): Promise<Move[]> {
  const { moves, ...between } = await listMigration(ctx, asked, from, to);
  const bars = await listBandsOverTime(ctx, await getPortfolioScope(ctx, asked), [from, to]);
  for (const [side, end] of [
    ["from", bars[0]],
    ["to", bars[1]],
  ] as const) {
    const margins = new Map<number, Amount>();
    for (const move of moves) {
      if (move[side] < 0) continue;
      const margin = margins.get(move[side]) ?? { accounts: 0, arrCents: 0, withoutRate: 0 };
      margin.accounts += move.accounts;
      margin.arrCents += move[`${side}ArrCents`];
      margin.withoutRate += move[`${side}WithoutRate`];
      margins.set(move[side], margin);
    }
    expect(margins).toEqual(byTone(end?.tones ?? []));
  }
  for (const move of moves) {
    const side = move.to < 0 ? "from" : "to";
    const shown = {
      accounts: move.accounts,
      arrCents: move[`${side}ArrCents`],
      withoutRate: move[`${side}WithoutRate`],
    };
    const pairs = [[move.from, move.to]] as const;
    const moved = { from: between.from as Day, to: between.to as Day, pairs, rescored: move.rescored };
    await expectList(ctx, { ...asked, moved }, shown);
  }
  return moves;
}
