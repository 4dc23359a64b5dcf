import { Client } from "pg";
import { closeDatabase, db } from "@/db/client";
import { addHoldOut } from "@/db/demo/hold-out";
import { loadDemo } from "@/db/demo/load-demo";
import { getHistorySpan } from "@/db/queries/get-history-span";
import { getSettings } from "@/db/queries/get-settings";
import { computeRun } from "@/lib/commands/compute-run";
import { createFirstAdmin } from "@/lib/commands/create-first-admin";
import { replayDecisions } from "@/lib/commands/replay-decisions";
import { replayHistory } from "@/lib/commands/replay-history";
import { addDays, daysBetween } from "@/lib/core/calendar";
import { systemContext } from "@/lib/server/context";
import { closeUpTo } from "@/lib/server/run/close-up-to";
import { migrate } from "@/lib/start/migrate";

const OLDEST = 15;

/** Makes the database of DATABASE_URL ready to serve, and tells the starter what it found there. */
async function prepare(url: string): Promise<void> {
  await checkServer(url);
  await migrate(url);
  if (process.env.DEMO === "1" && (await isEmpty())) {
    await loadDemo(db().$client, {
      progress: (table) => report(`loading the demo company: ${table.replace("_", " ")}`),
    });
  }
  const { demo, scored } = await findDemo();
  if (demo && !scored) await computeHistory();
  tell({ demo });
  if (!demo) await inviteFirstAdmin();
}

/** An installation that people or accounts are in already is never mixed with the demo. */
async function isEmpty(): Promise<boolean> {
  const { rows } = await db().$client.query(
    "select not exists (select from accounts) and not exists (select from people) as empty",
  );
  return rows[0].empty;
}

async function findDemo(): Promise<{ demo: boolean; scored: boolean }> {
  const { rows } = await db().$client.query(
    `select is_demo as demo, exists (select from runs where is_current and as_of = coalesce(today_fixed, as_of)) as scored
     from settings`,
  );
  return rows[0];
}

/** The past is replayed up to go-live; from then on each day has the run that people saw that morning. A start that was killed
 * in here goes on at the next: today's run comes last, and without it nothing counts as scored. */
async function computeHistory(): Promise<void> {
  const ctx = await systemContext("start");
  const { from } = await getHistorySpan(ctx, ctx.today);
  const { goLiveOn } = await getSettings(ctx);
  const firstRun = goLiveOn ?? ctx.today;
  report("closing the demo company's days");
  await closeUpTo(db().$client, ctx.today, from);
  await replayHistory(ctx, {
    from,
    to: addDays(firstRun, -1),
    dailyFrom: addDays(ctx.today, -200),
    progress: (done, of) => report(`computing the demo company's history: day ${done} of ${of}`),
  });
  await addHoldOut(db().$client);
  const days = daysBetween(firstRun, ctx.today) + 1;
  for (let i = 0; i < days; i++) {
    const today = addDays(firstRun, i);
    report(`computing the demo company's runs: day ${i + 1} of ${days}`);
    await computeRun({ ...ctx, today }, { note: "demo company", notSince: new Date(0) });
  }
  report("asking the demo company's models what they said before each renewal");
  await replayDecisions(ctx, { horizons: [90] });
  await db().$client.query("update runs set started_at = as_of + time '06:00', published_at = as_of + time '06:00:05'");
}

async function inviteFirstAdmin(): Promise<void> {
  const invited = await createFirstAdmin(await systemContext("start"));
  if (invited) tell({ link: `${process.env.NEXTAUTH_URL}/link/${invited.token}` });
}

/** To the starter, or in a container, where there is none, to the log. */
function tell(message: { progress: string } | { demo: boolean } | { link: string }): void {
  if (process.send) process.send(message);
  else if ("link" in message) console.log(`The first administrator sets a password here, once: ${message.link}`);
}

const report = (progress: string) => tell({ progress });

async function checkServer(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version_num') as version");
    const major = Math.floor(Number(rows[0]?.version) / 10_000);
    if (major < OLDEST) throw new Error(`it is Postgres ${major}, and Bellwether needs ${OLDEST} or newer`);
  } catch (error) {
    const { host, pathname } = new URL(url);
    throw new Error(`The database at ${host}${pathname} cannot be used: ${reason(error)}.`);
  } finally {
    await client.end().catch(() => {});
  }
}

/** A refused connection arrives as one error per address, without a message of its own. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join(", ");
  return error instanceof Error ? error.message : String(error);
}

prepare(process.env.DATABASE_URL ?? "")
  .catch((error) => {
    console.error(error instanceof Error && error.constructor !== Error ? error.stack : reason(error));
    process.exitCode = 1;
  })
  .finally(closeDatabase);
