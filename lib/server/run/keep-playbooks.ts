import "server-only";
import { sql } from "drizzle-orm";
import type { PoolClient } from "pg";
import type { Database } from "@/db/client";
import type { Model } from "@/lib/core/health/model";
import { playbookGaps } from "@/lib/core/playbook/playbook-gaps";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/server/context";
import { loadPlaybooks } from "@/lib/server/load-playbooks";
import { rescore } from "./rescore";

/** After the playbooks have changed: refuses, by name, what the model in force could not be published with; else clocks follow at
 * once. */
export async function keepPlaybooks(ctx: Ctx, tx: Database, segment: string | null): Promise<void> {
  const playbooks = await loadPlaybooks(tx.$client as PoolClient);
  const { rows } = await tx.execute<{ definition: Model }>(sql`
    select definition from model_versions where withdrawn_on is null order by effective_from <= ${ctx.today} desc, version desc limit 1`);
  const definitions = rows[0]?.definition.definitions;
  if (definitions) {
    const named: (readonly [string | null, (typeof definitions)["default"]])[] = [
      [null, definitions.default],
      ...(definitions.onboarding ? [[null, definitions.onboarding] as const] : []),
      ...Object.entries(definitions.segments ?? {}),
      ...(segment === null ? [] : [[segment, definitions.segments?.[segment] ?? definitions.default] as const]),
    ];
    const gaps = named.flatMap(([of, { bands }]) => playbookGaps(playbooks, bands, of));
    if (gaps.length > 0) throw new AppError("invalid", `${[...new Set(gaps)].join("; ")}.`);
  }
  const { rows: held } = await tx.execute<{ id: number }>(sql`
    select account_id as id from triage where ${segment}::text is null or segment = ${segment} order by account_id`);
  await rescore(
    tx,
    held.map(({ id }) => id),
    "playbook",
  );
}
