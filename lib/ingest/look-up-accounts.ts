import type { PoolClient } from "pg";
import type { SourceRow } from "./read-rows";

/** Their key → the account's id. */
export type AccountIdOf = (key: string) => number | undefined;

/** As many rows as a delivery of a program may have, unless they are long. */
const ROWS_AHEAD = 10_000;
const CHARACTERS_AHEAD = 8_000_000;

/** Looks accounts up before their rows are written, since asking while they are is not possible: those of a few rows, which
 * are read ahead, or else all. Gives the rows back from their beginning. */
export async function lookUpAccounts(
  client: PoolClient,
  rows: AsyncIterable<SourceRow>,
): Promise<{ rows: AsyncIterable<SourceRow>; idOf: AccountIdOf }> {
  const iterator = rows[Symbol.asyncIterator]();
  const ahead: SourceRow[] = [];
  let characters = 0;
  let isAll = false;
  while (!isAll && ahead.length <= ROWS_AHEAD && characters < CHARACTERS_AHEAD) {
    const { done, value } = await iterator.next();
    if (done) isAll = true;
    else {
      ahead.push(value);
      for (const name in value.cells) characters += value.cells[name]?.length ?? 0;
    }
  }
  const keys = isAll ? [...new Set(ahead.map(({ cells }) => cells.account_id?.trim() ?? ""))] : null;
  return { rows: fromBeginning(ahead, iterator), idOf: await idsOf(client, keys) };
}

/** Those read ahead and then the rest, handed on as they come: one generator more would cost each row a microsecond. */
function fromBeginning(ahead: SourceRow[], rest: AsyncIterator<SourceRow>): AsyncIterable<SourceRow> {
  let at = 0;
  const next = async () => {
    const value = ahead[at] as SourceRow;
    at += 1;
    if (at === ahead.length) ahead.length = 0;
    return { done: false, value };
  };
  const whole = {
    next: () => (ahead.length > 0 ? next() : rest.next()),
    return: async () => (await rest.return?.()) ?? { done: true as const, value: undefined },
  };
  return { [Symbol.asyncIterator]: () => whole };
}

async function idsOf(client: PoolClient, keys: readonly string[] | null): Promise<AccountIdOf> {
  const { rows } = await client.query<[key: string, folded: string, id: number]>({
    rowMode: "array",
    text: `select external_id, lower(external_id), id from accounts
      ${keys ? "where lower(external_id) = any(array(select lower(key) from unnest($1::text[]) key))" : ""}`,
    values: keys ? [keys.filter((key) => !key.includes("\u0000"))] : [],
  });
  const exact = new Map(rows.map(([key, , id]) => [key, id]));
  const folded = new Map(rows.map(([, key, id]) => [key, id]));
  return (key) => exact.get(key) ?? folded.get(key.toLowerCase());
}
