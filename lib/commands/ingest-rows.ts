import "server-only";
import { extendFeed } from "@/db/days/extend-feed";
import { FEED_FACTS, toldOf } from "@/db/days/feed-facts";
import { refreshFeeds } from "@/db/days/refresh-feeds";
import { settings } from "@/db/schema";
import type { Day } from "@/lib/core/calendar";
import type { Feed } from "@/lib/core/measures/columns";
import { deliver } from "@/lib/ingest/deliver";
import { noteDelivery, rejectionText } from "@/lib/ingest/note-delivery";
import type { SourceRow } from "@/lib/ingest/read-rows";
import type { Rejection } from "@/lib/ingest/stage";
import { TABLES } from "@/lib/ingest/tables";
import { takeWaiting } from "@/lib/ingest/take-waiting";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import { actorName, type Ctx } from "@/lib/server/context";
import { inTurn } from "@/lib/server/in-turn";
import { withTransaction } from "@/lib/server/transaction";

interface Batch {
  table: string;
  rows: readonly SourceRow[];
}

/** What became of the rows: accepted + unchanged + waiting + rejections = rows. */
export interface BatchResult {
  accepted: number;
  unchanged: number;
  waiting: number;
  firstDay: Day | null;
  lastDay: Day | null;
  rejections: Rejection[];
}

const OWNERS = ["csm_email", "am_email"];

/** Writes rows that a program sends into one table, in one transaction: rows that cannot be taken are named, rows of unknown
 * accounts wait, the rest goes in. Roles of people and owners of accounts ask for the rights that they ask for elsewhere. */
export async function ingestRows(ctx: Ctx, { table, rows }: Batch): Promise<BatchResult> {
  await authorize(ctx, "import:run");
  const spec = TABLES.get(table);
  if (!spec || table === "scorecards") throw new Error(`${table} takes no batches of rows`);
  if (table === "people") await authorize(ctx, "person:manage");
  if (table === "accounts" && rows.some(({ cells }) => OWNERS.some((name) => cells[name] !== undefined))) {
    await authorize(ctx, "owner:assign");
  }
  const [workspace] = await ctx.db.select().from(settings);
  const [timeZone, workspaceCurrency] = [workspace?.timeZone ?? "UTC", workspace?.currency ?? "USD"];
  const write = () =>
    withTransaction(
      ctx,
      async ({ tx, client }) => {
        // Two batches that touch the same accounts would wait for each other's rows, crosswise.
        await client.query("set local lock_timeout = '60s'");
        await client.query("select pg_advisory_xact_lock(hashtext('ingest')), set_config('timezone', $1, true)", [
          timeZone,
        ]);
        const options = { table, today: ctx.today, workspaceCurrency, coveredThrough: null };
        const ledger = await deliver(client, inOrder(rows), options);
        const { accepted, unchanged, waiting, rejections, firstDay } = ledger;
        const lastDay = later(ledger.lastDay, table === "tickets" ? await lastClosed(client) : null);
        if (spec.feed && table !== "entitlements" && accepted > 0 && firstDay && lastDay) {
          const isRegister = FEED_FACTS[spec.feed].isRegister && lastDay < ctx.today;
          const told = await stagedDays(client, spec.feed, ctx.today);
          await extendFeed(client, spec.feed, {
            ...{ firstDay, lastDay: isRegister ? ctx.today : lastDay, added: accepted, told },
          });
        }
        if (table === "accounts" && accepted > 0) {
          const taken = await takeWaiting(client, options);
          if (taken.length > 0) await refreshFeeds(client);
        }
        const counts = { accepted, unchanged, waiting, rejected: rejections.length };
        await emitAudit(ctx, tx, { entry: "rows.written", subject: table, after: { rows: rows.length, ...counts } });
        if (ctx.actor.kind === "key") {
          const sourceId = await sourceOf(client, ctx, ctx.actor.name);
          await noteDelivery(client, { sourceId, table, ...counts, message: rejectionText(rejections) });
        }
        return { accepted, unchanged, waiting, firstDay, lastDay, rejections };
      },
      { statementTimeoutMillis: 0 },
    );
  return inTurn(write);
}

type Client = Parameters<typeof deliver>[0];

/** Tickets tell up to the last day on which one was closed. */
async function lastClosed(client: Client): Promise<Day | null> {
  const { rows } = await client.query<{ last: Day | null }>(
    "select max(closed_at::timestamptz)::date as last from staged",
  );
  return rows[0]?.last ?? null;
}

/** The days that the staged rows tell of, in the zone of the session. */
async function stagedDays(client: Client, feed: Feed, today: Day): Promise<{ day: Day; through: Day }[]> {
  const told = toldOf(feed, (column) => `${column}::timestamptz::date`, `date '${today}'`);
  const { rows } = await client.query<{ day: Day; through: Day }>(
    `select day, max(through) as through from (
       ${told.map(({ day, through }) => `select ${day} as day, ${through} as through from staged`).join(" union all ")}
     ) told where day is not null and through is not null group by day`,
  );
  return rows;
}

function later(one: Day | null, other: Day | null): Day | null {
  return one !== null && other !== null && other > one ? other : one;
}

/** The source that a key's deliveries are listed under. */
async function sourceOf(client: Client, ctx: Ctx, name: string): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `insert into sources as s (name, kind, created_by) values ($1, 'api', $2)
     on conflict (name) do update set name = excluded.name returning s.id`,
    [`API key: ${name}`, actorName(ctx.actor)],
  );
  return (rows[0] as { id: number }).id;
}

async function* inOrder(rows: readonly SourceRow[]): AsyncGenerator<SourceRow> {
  yield* rows;
}
