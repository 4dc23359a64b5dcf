import { readFileSync } from "node:fs";
import { closeDatabase, db } from "@/db/client";
import { systemContext } from "@/lib/server/context";
import { checkEnvironment } from "@/lib/server/env";

type Finding = string | { wrong: string };

/** What has to be right for Bellwether to work, in the order in which it would fail. */
const CHECKS: Record<string, () => Promise<Finding> | Finding> = {
  Node: () => `${process.versions.node} on ${process.platform} ${process.arch}`,
  environment: () => {
    checkEnvironment();
    return "every setting is valid";
  },
  database: async () => {
    const row = await one(
      "select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size",
    );
    return Number.parseInt(row.version, 10) < 15
      ? { wrong: `Postgres ${row.version}; 15 is the oldest supported` }
      : `Postgres ${row.version}, ${row.size}`;
  },
  schema: async () => {
    const known = JSON.parse(readFileSync("drizzle/meta/_journal.json", "utf8")).entries.length;
    const { applied } = await one("select count(*) as applied from drizzle.__drizzle_migrations");
    if (applied < known)
      return { wrong: `${known - applied} of ${known} migrations are not applied: npm start applies them` };
    if (applied > known)
      return { wrong: `it is newer than this code (${applied} migrations, ${known} known): update the code` };
    return `all ${known} migrations applied`;
  },
  clock: async () => {
    const { now } = await one("select extract(epoch from clock_timestamp())::float8 as now");
    const seconds = Math.abs(Date.now() / 1000 - now);
    const { today } = await systemContext("doctor");
    if (seconds > 5) return { wrong: `the database's clock is ${seconds.toFixed(0)} s away from this machine's` };
    return `in step with the database's; today is ${today}`;
  },
  jobs: async () => {
    const { waiting, failed } = await one(
      "select count(*) filter (where attempts < max_attempts) as waiting, count(*) filter (where attempts >= max_attempts) as failed from graphile_worker.jobs",
    );
    return failed > 0 ? { wrong: `${failed} gave up, ${waiting} wait` } : `${waiting} wait, none gave up`;
  },
  people: async () => {
    const { people, admins } = await one(
      "select count(distinct people.id) as people, count(*) filter (where role = 'admin') as admins from people left join person_roles on person_id = people.id where status = 'active'",
    );
    return `${people} active, ${admins} of them administrators`;
  },
  scores: async () => {
    const { accounts, as_of } = await one(
      "select (select count(*) from accounts) as accounts, (select max(as_of) from runs where is_current) as as_of",
    );
    if (accounts === 0) return "no accounts yet";
    return as_of
      ? `${accounts} accounts, scored as of ${as_of}`
      : { wrong: `${accounts} accounts, never scored: npm run score` };
  },
};

async function one(statement: string) {
  const { rows } = await db().$client.query(statement);
  return rows[0];
}

for (const [name, check] of Object.entries(CHECKS)) {
  const finding = await Promise.resolve()
    .then(check)
    .catch((error: Error) => ({ wrong: error.message }));
  if (typeof finding !== "string") process.exitCode = 1;
  console.log(typeof finding === "string" ? `✓ ${name}: ${finding}` : `✗ ${name}: ${finding.wrong}`);
}
await closeDatabase();
