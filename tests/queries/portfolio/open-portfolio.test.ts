import { expect, test, vi } from "vitest";
import { loadPortfolio } from "@/app/(app)/portfolio/load-portfolio";
import { createPool, databaseOn } from "@/db/client";
import { findAlarm } from "@/db/queries/portfolio/find-alarm";
import { periodOf } from "@/lib/core/portfolio/period";
import { openPortfolio } from "@/lib/jobs/open-portfolio";
import { contextOf, systemContext } from "@/lib/server/context";
import { ledBook } from "./led-book";

const TODAY = "2026-11-30";

test("once its job has run, nobody who opens the whole book's portfolio reads the accounts of its past", async () => {
  const book = await ledBook("2026-08-31");
  // Another pool remembers nothing of what the first has read.
  const pool = createPool(process.env.DATABASE_URL as string);
  try {
    const ctx = await contextOf(book.ctx.actor, databaseOn(pool));
    const asked = vi.spyOn(pool, "query");
    const open = async () => {
      asked.mockClear();
      const how = { unit: "accounts", by: "segment", compare: null, asOf: TODAY, currency: "USD" } as const;
      const period = periodOf({ from: null, to: null }, TODAY, 12);
      await loadPortfolio(ctx, { scope: { book: "all", segment: undefined }, period, ...how });
      await findAlarm(ctx, 12);
      return asked.mock.calls.map(([query]) => (query as unknown as { text: string }).text);
    };
    await openPortfolio(await systemContext("test", ctx.db));
    expect(asked.mock.calls.some(([query]) => /health_day/.test((query as unknown as { text: string }).text))).toBe(
      true,
    );
    const texts = await open();
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter((text) => /health_day|account_day/.test(text))).toEqual([]);
  } finally {
    await pool.end();
  }
}, 240_000);
