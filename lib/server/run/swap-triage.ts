import "server-only";
import type { ClientBase } from "pg";

/** Makes an empty table beside triage for a run, of its shape but without its indexes, and returns its name. */
export async function createNextTriage(client: ClientBase, runId: number): Promise<string> {
  const next = `triage_${runId}`;
  await client.query(`create table ${next} (like triage including defaults including storage)`);
  return next;
}

/** Gives the next table every index of triage; done after it was filled. */
export async function indexNextTriage(client: ClientBase, next: string): Promise<void> {
  for (const { name, definition } of await indexesOf(client, "triage")) {
    const named = definition.replace(` ${name} ON `, ` ${next}_of_${name} ON `);
    await client.query(named.replace(/ ON (\S+\.)?triage /, ` ON ${next} `));
  }
  const key = `${next}_of_triage_pkey`;
  await client.query(`alter table ${next} add constraint ${key} primary key using index ${key}`);
  await client.query(`analyze ${next}`);
}

/** Puts the next table in triage's place, indexes and constraint names included. */
export async function swapTriage(client: ClientBase, next: string): Promise<void> {
  await client.query("drop table triage");
  await client.query(`alter table ${next} rename to triage`);
  for (const { name } of await indexesOf(client, "triage"))
    await client.query(`alter index ${name} rename to ${name.slice(`${next}_of_`.length)}`);
}

async function indexesOf(client: ClientBase, table: string): Promise<{ name: string; definition: string }[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
     where schemaname = current_schema() and tablename = $1 order by indexname`,
    [table],
  );
  return rows;
}
