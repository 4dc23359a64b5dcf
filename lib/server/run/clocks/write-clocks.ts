import "server-only";
import type { ClientBase } from "pg";
import type { Clock } from "@/lib/core/playbook/clock";

/** Replaces what is known of accounts' clocks. A clock keeps its number, so that what was told of it stays told. */
export async function writeClocks(
  client: ClientBase,
  accountIds: readonly number[],
  clocks: readonly (readonly Clock[])[],
): Promise<void> {
  const rows = clocks.flatMap((list, i) => list.map((clock) => ({ accountId: accountIds[i] as number, ...clock })));
  const column = <Name extends keyof (typeof rows)[number]>(name: Name) => rows.map((row) => row[name]);
  await client.query(
    `with given as (
       select * from unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::int[], $7::date[], $8::date[], $9::date[],
           $10::text[], $11::date[], $12::text[], $13::text[], $14::text[], $15::text[])
         g (account_id, kind, key, tone, plan_id, started_on, due_on, stopped_on, stopped_by, breached_on, state, severity,
            owner_role, text)
     ), gone as (
       delete from clocks c where c.account_id = any($1) and not exists (select from given g where ${same("c", "g")})
     ), kept as (
       update clocks c set due_on = g.due_on, stopped_on = g.stopped_on, stopped_by = g.stopped_by,
         breached_on = g.breached_on, state = g.state, severity = g.severity, owner_role = g.owner_role, text = g.text
       from given g where ${same("c", "g")}
         and (c.due_on, c.stopped_on, c.breached_on, c.state, c.severity, c.owner_role, c.text)
           is distinct from (g.due_on, g.stopped_on, g.breached_on, g.state, g.severity, g.owner_role, g.text)
     )
     insert into clocks (account_id, kind, key, tone, plan_id, started_on, due_on, stopped_on, stopped_by, breached_on, state,
       severity, owner_role, text)
     select * from given g where not exists (select from clocks c where ${same("c", "g")})`,
    [
      accountIds,
      column("accountId"),
      column("kind"),
      column("key"),
      column("tone"),
      column("planId"),
      column("startedOn"),
      column("dueOn"),
      column("stoppedOn"),
      column("by"),
      column("breachedOn"),
      column("state"),
      column("severity"),
      column("ownerRole"),
      column("text"),
    ],
  );
}

function same(a: string, b: string): string {
  return `${a}.account_id = ${b}.account_id and ${a}.kind = ${b}.kind and ${a}.key = ${b}.key and ${a}.started_on = ${b}.started_on
    and ${a}.tone is not distinct from ${b}.tone and ${a}.plan_id is not distinct from ${b}.plan_id`;
}
