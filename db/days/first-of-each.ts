import "server-only";

interface Rows {
  table: string;
  /** Selected beside the account's id, which comes first. */
  columns: string;
  condition: string;
  order: string;
  accountIds?: readonly number[] | undefined;
}

/** Selects the row of each account that comes first by an order. For the whole book the index of the account and that order is
 * read backwards, with no sort; of some accounts each one's row is looked up. */
export function firstOfEach({ table, columns, condition, order, accountIds }: Rows): string {
  return accountIds
    ? `select a.id as account_id, first.* from unnest(${idArray(accountIds)}) a (id) cross join lateral (
        select ${columns} from ${table} where account_id = a.id and ${condition} order by ${order} limit 1) first`
    : `select distinct on (account_id) account_id, ${columns} from ${table} where ${condition}
        order by account_id desc, ${order}`;
}

/** Ids as a literal for SQL that takes no parameters, which a COPY does not; the array checks that they are numbers. */
export function idArray(accountIds: readonly number[]): string {
  return `'{${Int32Array.from(accountIds).join(",")}}'::int[]`;
}

/** Whether a column is one of the given ids; all are where none are given. */
export function amongst(column: string, accountIds: readonly number[] | undefined): string {
  return accountIds ? `${column} = any (${idArray(accountIds)})` : "true";
}
