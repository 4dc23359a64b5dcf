import "server-only";
import type { ClientBase } from "pg";

const NEXT = "triage_next";

/** Makes an empty table beside triage, of its shape but without its indexes, and returns its name. */
export async function createNextTriage(client: ClientBase): Promise<string> {
  await client.query(`create table ${NEXT} (like triage including defaults including storage)`);
  return NEXT;
}

/** Gives the next table every index of triage; done after it was filled. */
export async function indexNextTriage(client: ClientBase): Promise<void> {
  for (const { name, definition } of await indexesOf(client, "triage")) {
    const renamed = definition
      .replace(` ${name} ON `, ` next_${name} ON `)
      .replace(/ ON (\S+\.)?triage /, ` ON ${NEXT} `);
    await client.query(renamed);
  }
  await client.query(`alter table ${NEXT} add constraint next_triage_pkey primary key using index next_triage_pkey`);
  await client.query(`analyze ${NEXT}`);
}

/** Puts the next table in triage's place, indexes and constraint names included. */
export async function swapTriage(client: ClientBase): Promise<void> {
  await client.query("drop table triage");
  await client.query(`alter table ${NEXT} rename to triage`);
  for (const { name } of await indexesOf(client, "triage"))
    await client.query(`alter index ${name} rename to ${name.replace(/^next_/, "")}`);
}

async function indexesOf(client: ClientBase, table: string): Promise<{ name: string; definition: string }[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
     where schemaname = current_schema() and tablename = $1 order by indexname`,
    [table],
  );
  return rows;
}
