import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";
import type { CompiledDefinition } from "@/lib/core/health/compile-definition";
import { type AccountThen, type Change, explainChange } from "@/lib/core/health/explain";
import type { Definition } from "@/lib/core/health/model";
import { compiledOf } from "@/lib/core/health/score";
import { wholeChange } from "@/lib/core/portfolio/whole-change";
import { type AccountHealth, healthOfMany } from "./health-of-many";

/** What changed the health of accounts between two days, by account: those with a band on both. Parts sum to how far the
 * recorded health moved. */
export async function explainMany(
  client: ClientBase,
  accountIds: readonly number[],
  { start, end }: { start: Day; end: Day },
): Promise<Map<number, Change>> {
  const then = await healthOfMany(client, accountIds, start);
  const now = await healthOfMany(client, accountIds, end);
  const compiled = new Map<Definition, CompiledDefinition>();
  const sideOf = ({ definition, readings, card }: AccountHealth): AccountThen => {
    const ready = compiled.get(definition) ?? compiledOf(definition);
    compiled.set(definition, ready);
    return { definition: ready, readings, card };
  };
  return new Map(
    accountIds.flatMap((id) => {
      const [before, after] = [then.get(id), now.get(id)];
      const change = before && after ? explainChange(sideOf(before), sideOf(after)) : null;
      const moved = (after?.health.score ?? 0) - (before?.health.score ?? 0);
      return change ? [[id, wholeChange(change, moved)] as const] : [];
    }),
  );
}
