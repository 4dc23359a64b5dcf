import "server-only";
import type { CardRulesEffect, CardSettings } from "@/lib/core/scorecard/card-settings";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { computeBook } from "@/lib/server/run/compute-book";

import { readWhole } from "@/lib/server/run/read-whole";

type Now = { id: number; name: string; health: number | null; band: number | null; arr: number };

const SHOWN = 5;

/** What tried rules of cards would do today: how many accounts they free, and whose health would be another. Writes nothing. */
export async function getCardRulesEffect(ctx: Ctx, tried: CardSettings): Promise<CardRulesEffect> {
  await authorize(ctx, "settings:write");
  return readWhole(ctx.db, async (client) => {
    const { scored, book, cardRules } = await computeBook(client, ctx.today, { cardSettings: tried });
    const { rows } = await client.query<Now>(
      `select s.account_id as id, t.name, s.health, s.health_band as band, coalesce(t.arr_cents, 0)::float8 as arr
       from triage t join run_scores s on s.run_id = t.run_id and s.account_id = t.account_id`,
    );
    const now = new Map(rows.map((row) => [row.id, row]));
    const moved = [...book.accountIds].flatMap((id, i) => {
      const before = now.get(id);
      const band = scored.healthBand[i] as number;
      if (!before || (before.band ?? -1) === band) return [];
      const after = scored.health[i] as number;
      return [{ ...before, after: band < 0 || Number.isNaN(after) ? null : after }];
    });
    const largest = moved.sort((a, b) => b.arr - a.arr).slice(0, SHOWN);
    return {
      ...{
        accounts: scored.n,
        exempt: cardRules.exempt.size,
        quarterly: cardRules.quarterly.size,
        moves: moved.length,
      },
      largest: largest.map(({ name, health, after }) => ({ name, health, after })),
    };
  });
}
