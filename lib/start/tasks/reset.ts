import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import type { PoolClient } from "pg";
import { closeDatabase, db } from "@/db/client";
import { withTransaction } from "@/lib/server/transaction";
import { migrate } from "@/lib/start/migrate";

const { values } = parseArgs({ options: { yes: { type: "boolean", default: false } } });

/** npm run reset [-- --yes]: removes everything that Bellwether keeps, and leaves a database as of a first start. */
async function main() {
  const url = new URL(process.env.DATABASE_URL ?? "");
  const { rows } = await db().$client.query("select count(*) as accounts from accounts");
  if (!values.yes && !(await confirmed(`${rows[0].accounts} accounts at ${url.host}${url.pathname}`))) {
    console.log("Nothing was changed.");
    process.exitCode = 1;
    return;
  }
  await withTransaction({ db: db() }, ({ client }) => empty(client), { statementTimeoutMillis: 60_000 });
  await migrate(url.href);
  console.log("Bellwether is empty. npm start loads the demo company; DEMO=0 npm start begins without it.");
}

async function confirmed(what: string): Promise<boolean> {
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  prompt.on("close", () => {});
  const answer = await prompt.question(`This removes ${what}, with people, history and audit. Type "reset" to go on: `);
  prompt.close();
  return answer.trim() === "reset";
}

/** Everything of ours in the schema, whoever else may have put an extension there. */
async function empty(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(`
    select format('drop table if exists %s cascade', c.oid::regclass) as statement
    from pg_class c
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    union all
    select format('drop function if exists %s cascade', p.oid::regprocedure)
    from pg_proc p
    where pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    union all
    select format('drop type if exists %s cascade', t.oid::regtype)
    from pg_type t
    where typnamespace = 'public'::regnamespace and typtype in ('e', 'd')
      and not exists (select from pg_depend d where d.objid = t.oid and d.deptype = 'e')`);
  for (const { statement } of rows) await client.query(statement);
  await client.query("drop schema if exists drizzle cascade");
  await client.query("delete from graphile_worker._private_jobs");
}

main()
  .catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  })
  .finally(closeDatabase);
