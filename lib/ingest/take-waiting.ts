import type { PoolClient } from "pg";
import type { Day } from "@/lib/core/calendar";
import { type AccountBy, type AccountIds, loadAccountIds, lookupKey } from "./account-key";
import { applyRows, type RowLedger } from "./apply-rows";
import { imageOf } from "./journal-image";
import { keepRefused } from "./refused-rows";
import { rowsOf } from "./rows-of";
import { TABLES } from "./tables";

interface Options {
  today: Day;
  workspaceCurrency: string;
  /** The import that brought accounts; null where something else did. */
  causedBy?: number | null;
  isTrial?: boolean;
}

interface Taken {
  table: string;
  accepted: number;
  unchanged: number;
  rejected: number;
}

type Waiting = { id: number; importId: number | null; line: number; cells: Record<string, string> };

const AT_ONCE = 10_000;

/** Takes the rows whose account has come meanwhile, in the transaction that brought it, and moves them in the ledger of the
 * import they are of. Says how many rows of which table. */
export async function takeWaiting(client: PoolClient, options: Options): Promise<Taken[]> {
  const accounts = await accountsWaitedFor(client);
  if (accounts.length === 0) return [];
  const keys = accounts.map(({ key }) => key);
  const { rows: groups } = await client.query<{ table: string; importId: number | null }>(
    `select distinct table_name as "table", import_id as "importId" from waiting_rows where account_key = any($1)`,
    [keys],
  );
  const order = [...TABLES.keys()];
  groups.sort((a, b) => order.indexOf(a.table) - order.indexOf(b.table) || (a.importId ?? 0) - (b.importId ?? 0));
  const idOf = new Map(accounts.map(({ key, id }) => [key, id]));
  const taken: Taken[] = [];
  for (const group of groups) taken.push(await takeGroup(client, group, idOf, options));
  return taken;
}

/** The keys that are waited for and have an account now. A key may say that it is a name or a domain. */
async function accountsWaitedFor(client: PoolClient): Promise<Array<{ key: string; id: string }>> {
  const { rows } = await client.query<{ key: string; id: string | null }>(
    `select w.account_key as key, a.external_id as id from (select distinct account_key from waiting_rows) w
     left join accounts a on lower(a.external_id) = lower(w.account_key)`,
  );
  const byField = new Map<string, AccountIds>();
  const found: Array<{ key: string; id: string }> = [];
  for (const { key, id } of rows) {
    const [, field, text] = /^(name|domain):(.*)$/s.exec(key) ?? [];
    if (id === null && field && !byField.has(field))
      byField.set(field, await loadAccountIds(client, field as AccountBy));
    const match = id ?? (field && byField.get(field)?.get(lookupKey(field as AccountBy, text ?? "")));
    if (match) found.push({ key, id: match });
  }
  return found;
}

async function takeGroup(
  client: PoolClient,
  { table, importId }: { table: string; importId: number | null },
  idOf: ReadonlyMap<string, string>,
  { today, workspaceCurrency, causedBy = null, isTrial }: Options,
): Promise<Taken> {
  const spec = TABLES.get(table);
  if (!spec) throw new Error(`Rows wait for the table ${table}, which there is not`);
  const taken = { table, accepted: 0, unchanged: 0, rejected: 0 };
  const owner = importId ?? causedBy;
  const journal = owner === null ? null : { importId: owner, causedBy };
  for (;;) {
    const waiting = await nextWaiting(client, table, importId, [...idOf.keys()]);
    if (waiting.length === 0) return taken;
    const rows = waiting.map(({ line, key, cells }) => ({
      line,
      cells: { ...cells, account_id: idOf.get(key) ?? "" },
    }));
    const ledger = await applyRows(client, rowsOf(rows), { spec, today, workspaceCurrency, journal, isTrial });
    const ids = waiting.map(({ id }) => id);
    if (causedBy !== null) await journalTaken(client, causedBy, importId, ids, ledger);
    await client.query("delete from waiting_rows where id = any($1)", [ids]);
    if (importId !== null) await moveInLedger(client, importId, ids.length, ledger);
    taken.accepted += ledger.accepted;
    taken.unchanged += ledger.unchanged;
    taken.rejected += ledger.rejected;
  }
}

async function nextWaiting(client: PoolClient, table: string, importId: number | null, keys: readonly string[]) {
  const { rows } = await client.query<Waiting & { key: string }>(
    `select id, import_id as "importId", account_key as key, line, cells from waiting_rows
     where table_name = $1 and import_id is not distinct from $2 and account_key = any($3) order by line, id limit ${AT_ONCE}
     for update`,
    [table, importId, keys],
  );
  return rows;
}

/** What waited is accepted, unchanged or rejected now; the sum of the import's records stays. */
async function moveInLedger(client: PoolClient, importId: number, rows: number, ledger: RowLedger): Promise<void> {
  const { accepted, unchanged, rejected } = ledger;
  await client.query(
    `update imports set waiting = waiting - $2, accepted = accepted + $3, unchanged = unchanged + $4, rejected = rejected + $5
     where id = $1`,
    [importId, rows, accepted, unchanged, rejected],
  );
  await keepRefused(client, importId, "all");
}

/** Undoing the import that brought the accounts lets the rows wait again, and takes their ledger back. */
async function journalTaken(
  client: PoolClient,
  causedBy: number,
  importId: number | null,
  ids: number[],
  { accepted, unchanged, rejected, rejections }: RowLedger,
): Promise<void> {
  await client.query(
    `insert into import_changes (import_id, table_name, key, before)
     select $1, 'waiting_rows', jsonb_build_object('id', w.id), ${imageOf("waiting_rows", "w")}
     from waiting_rows w where id = any($2)`,
    [causedBy, ids],
  );
  const moved = {
    rows: ids.length,
    accepted,
    unchanged,
    rejected,
    lines: rejections.map((r) => r.line),
  };
  await client.query(`insert into import_changes (import_id, table_name, key, after) values ($1, 'imports', $2, $3)`, [
    causedBy,
    JSON.stringify({ id: importId }),
    JSON.stringify(moved),
  ]);
}
