import "server-only";
import { sql } from "drizzle-orm";
import type { CompiledDefinition } from "@/lib/core/health/compile-definition";
import { scoreEncoded } from "@/lib/core/health/score";
import type { CardExpiry } from "@/lib/core/scorecard/grid-row";
import { healthOf } from "@/lib/core/scorecard/overlay";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { loadCardRules } from "@/lib/server/run/load-card-rules";
import { loadCards } from "@/lib/server/run/load-cards";
import { loadRunModel } from "@/lib/server/run/load-run-model";
import { readWhole } from "@/lib/server/run/read-whole";
import { visibleAccounts } from "@/lib/server/visible-accounts";

type Scored = { accountId: number; definition: number; health: number | null; readings: number[] };

/** When the cards in force of accounts expire, and what health would be then with the readings of the current run. Accounts
 * without a card in force are left out. */
export async function listCardExpiries(ctx: Ctx, accountIds: readonly number[]): Promise<CardExpiry[]> {
  await authorize(ctx, "account:read");
  const { rows: found } = await ctx.db.execute<{ id: number }>(sql`
    select a.id from accounts a where a.id in (select jsonb_array_elements_text(${JSON.stringify(accountIds)}::jsonb)::int)
      and ${visibleAccounts(ctx, sql`a.id`)}`);
  const seen = found.map(({ id }) => id);
  return readWhole(ctx.db, async (client) => {
    const runs = await client.query<{ id: number; asOf: string; version: number }>(
      `select id, as_of::text as "asOf", model_version as version from runs where is_current`,
    );
    const [run] = runs.rows;
    if (!run) return [];
    const model = await loadRunModel(client, run.asOf, run.version);
    const cards = await loadCards(client, run.asOf, await loadCardRules(client, run.asOf, seen), seen);
    const { rows } = await client.query<Scored>(
      `select account_id as "accountId", definition, health, readings from run_scores
       where run_id = $1 and account_id = any($2)`,
      [run.id, seen],
    );
    return rows.flatMap(({ accountId, definition, health, readings }) => {
      const card = cards.get(accountId);
      const compiled = model.compiled[definition] as CompiledDefinition;
      if (!card || card.isExpired) return [];
      const { answers, championEnded, validUntil } = card;
      const scored = scoreEncoded(compiled, Float64Array.from(readings));
      const expired = healthOf(compiled, scored, { answers, championEnded, standing: "expired" });
      return [{ accountId, on: validUntil, health, after: expired.score }];
    });
  });
}
