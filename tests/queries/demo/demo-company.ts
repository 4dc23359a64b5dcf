import type { Pool } from "pg";
import { beforeAll } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import type { Day } from "@/lib/core/calendar";
import { TONES, type Tone } from "@/lib/core/health/bands";
import { type Ctx, systemContext } from "@/lib/server/context";
import { closeUpTo } from "@/lib/server/run/close-up-to";
import { computeBook } from "@/lib/server/run/compute-book";
import { readingsAt } from "@/lib/server/run/score-book";
import { withTransaction } from "@/lib/server/transaction";
import { testDatabase } from "@/tests/setup";

export const TODAY = "2026-11-30";
export const FIRST_DAY = "2024-12-01";

/** What the engine finds for an account on a day. */
export type Found = {
  id: number;
  slug: string;
  score: number;
  scoreTone: Tone | null;
  health: number;
  tone: Tone | null;
  coverage: number;
  segment: string | null;
  isOnboarding: boolean;
  reading: (key: string) => number;
};

export type Company = {
  pool: Pool;
  ctx: Ctx;
  on(day: Day, options?: { version?: number; accountIds?: number[] }): Promise<Map<string, Found>>;
};

/** The demo company, loaded and its days closed: once for all files that begin with it. */
export const DEMO = {
  name: "demo",
  fill: async (pool: Pool) => {
    await loadDemo(pool);
    await closeUpTo(pool, TODAY, FIRST_DAY);
  },
};

/** The demo company in a database of the file's own; `on` asks the engine, with the model of the day or another. */
export function demoCompany(): Company {
  const company = {} as Company;
  beforeAll(async () => {
    const { pool } = await testDatabase(DEMO);
    const { rows } = await pool.query<{ id: number; slug: string }>("select id, slug from accounts");
    const slugs = new Map(rows.map(({ id, slug }) => [id, slug]));
    company.pool = pool;
    company.ctx = await systemContext("test", databaseOn(pool));
    company.on = (day, options = {}) => found(pool, slugs, day, options);
  }, 240_000);
  return company;
}

async function found(
  pool: Pool,
  slugs: ReadonlyMap<number, string>,
  day: Day,
  options: { version?: number; accountIds?: number[] },
): Promise<Map<string, Found>> {
  const { book, scored, model } = await withTransaction(pool, ({ client }) => computeBook(client, day, options));
  const accounts = new Map<string, Found>();
  for (const [i, id] of [...book.accountIds].entries()) {
    const compiled = model.compiled[scored.definition[i] as number];
    const toneOf = (band: number | undefined) => TONES[compiled?.bands.rank[band ?? -1] ?? -1] ?? null;
    const slug = slugs.get(id) ?? "";
    accounts.set(slug, {
      id,
      slug,
      score: scored.score[i] as number,
      scoreTone: toneOf(scored.scoreBand[i]),
      health: scored.health[i] as number,
      tone: toneOf(scored.healthBand[i]),
      coverage: scored.coverage[i] as number,
      segment: book.segment[i] ?? null,
      isOnboarding: book.isOnboarding[i] ?? false,
      reading: (key) => readingsAt(scored, i)[compiled?.keys.indexOf(key) ?? -1] ?? Number.NaN,
    });
  }
  return accounts;
}
