import type { z } from "zod";
import { listAccountIds } from "@/db/queries/api/list-account-ids";
import { batchScorecards, CardRow } from "@/lib/api/scorecards";
import { submitScorecards } from "@/lib/commands/submit-scorecards";
import { AppError, invalidInput } from "@/lib/errors";
import { route } from "@/lib/server/route";
import { saidOf } from "./scorecard-input";

type Fault = { index: number; field: string; detail: string };
type Given = { index: number; accountId: number; row: z.output<typeof CardRow> };

/** Cards of any months: each is judged like a single one. */
export const postScorecards = route(batchScorecards, async (ctx, { body: { rows } }) => {
  const errors: Fault[] = [];
  const read = rows.flatMap((row, index) => {
    const parsed = CardRow.safeParse(row);
    if (parsed.success) return [{ index, row: parsed.data }];
    errors.push(...faultsOf(parsed.error, index));
    return [];
  });
  const ids = await listAccountIds(ctx, [...new Set(read.map(({ row }) => row.account_id))]);
  const months = new Map<string, Given[]>();
  const seen = new Set<string>();
  for (const { index, row } of read) {
    const accountId = ids.get(row.account_id);
    const refuse = (field: string, detail: string) => errors.push({ index, field, detail });
    if (accountId === undefined) refuse("account_id", `there is no account "${row.account_id}"`);
    else if (seen.has(`${accountId} ${row.period}`))
      refuse("period", "is in the request more than once for this account");
    else months.set(row.period, [...(months.get(row.period) ?? []), { index, accountId, row }]);
    seen.add(`${accountId} ${row.period}`);
  }
  let accepted = 0;
  for (const [period, given] of months) {
    const cards = given.map(({ accountId, row }) => ({ accountId, version: row.version, ...saidOf(row) }));
    try {
      const results = await submitScorecards(ctx, { period, cards });
      for (const [i, result] of results.entries()) {
        if (result.submitted) accepted += 1;
        else errors.push({ index: given[i]?.index ?? 0, field: fieldOf(result.lacking), detail: result.message });
      }
    } catch (error) {
      if (!(error instanceof AppError && error.kind === "invalid")) throw error;
      errors.push(...given.map(({ index }) => ({ index, field: "period", detail: error.message })));
    }
  }
  errors.sort((a, b) => a.index - b.index);
  return { rows: rows.length, accepted, rejected: rows.length - accepted, errors };
});

/** What is wrong with a row, field by field. */
export function faultsOf(error: z.ZodError, index: number): Fault[] {
  return Object.entries(invalidInput(error).fields).map(([field, detail]) => ({ index, field, detail }));
}

function fieldOf(lacking: readonly { question: string }[]): string {
  return lacking[0] ? `reasons.${lacking[0].question}` : "";
}
