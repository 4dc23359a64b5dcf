import "server-only";
import type { PoolClient } from "pg";
import { recordDelivery } from "@/db/days/record-delivery";
import type { RowLedger } from "@/lib/ingest/apply-rows";
import { applyRows } from "@/lib/ingest/apply-rows";
import { deliver } from "@/lib/ingest/deliver";
import { noteDelivery, rejectionText } from "@/lib/ingest/note-delivery";
import type { SourceRow } from "@/lib/ingest/read-rows";
import { rowsOf } from "@/lib/ingest/rows-of";
import { type Message, readSegment } from "@/lib/ingest/segment-message";
import { accountRows, accountsOfUsers, contactRows } from "@/lib/ingest/segment-people";
import { segmentSource, takeNew } from "@/lib/ingest/segment-source";
import { countTracked, featureRows, type Tracked, usageRows } from "@/lib/ingest/segment-usage";
import { TABLES } from "@/lib/ingest/tables";
import { workspaceFacts } from "@/lib/ingest/workspace-facts";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import { actorName, type Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

/** What became of a batch's messages; the counts add up to them. */
interface Taken {
  taken: number;
  repeated: number;
  /** Pages, screens, aliases and identify calls of nobody: taken, and nothing is counted of them. */
  notCounted: number;
  refused: number;
}

const AHEAD_MILLIS = 86_400_000;

/** Takes Segment messages: group calls become accounts and their attributes, identify calls contacts, tracked events days of
 * usage. A message taken before counts once; events of closed days are late signals like any other. */
export async function takeSegmentBatch(ctx: Ctx, { call, body }: { call: string; body: unknown }): Promise<Taken> {
  await authorize(ctx, "import:run");
  const { messages, tooLarge } = readSegment(call, body, ctx.now);
  return withTransaction(
    ctx,
    async ({ tx, client }) => {
      const facts = await workspaceFacts(client);
      const sourceId = await segmentSource(client, actorName(ctx.actor));
      const fresh = await takeNew(client, messages);
      const dayOf = dayIn(facts.timeZone);
      const options = { today: ctx.today, workspaceCurrency: facts.currency };
      const write = async (table: string, rows: readonly SourceRow[]) => {
        if (rows.length === 0) return;
        const coveredThrough = table === "contacts" ? ctx.today : null;
        const ledger =
          table === "contacts" || table === "accounts"
            ? await deliver(client, rowsOf(rows), { ...options, table, coveredThrough })
            : await plain(client, table, rows, options);
        const { accepted, unchanged, waiting, rejections } = ledger;
        const counts = { accepted, unchanged, waiting, rejected: rejections.length };
        await noteDelivery(client, { sourceId, table, ...counts, message: rejectionText(rejections) });
        if (accepted > 0 && (table === "accounts" || table === "contacts"))
          await emitAudit(ctx, tx, { entry: "segment.taken", subject: table, after: counts });
      };

      await write("accounts", await accountRows(client, fresh, dayOf));
      const accountOf = await accountsOfUsers(client, fresh);
      const contacts = await contactRows(client, fresh, { accountOf, dayOf });
      await write("contacts", contacts);

      const tracks = fresh.filter(
        ({ type, at }) => type === "track" && at.getTime() < ctx.now.getTime() + AHEAD_MILLIS,
      );
      const events = tracks.flatMap((message) => trackedOf(message, accountOf, dayOf));
      if (events.length > 0) {
        await countTracked(client, events);
        await write("usage_days", await usageRows(client, events, ctx.today));
        await write("feature_usage", await featureRows(client, events));
        const newest = events.reduce((latest, { day }) => (day > latest ? day : latest), "");
        const covered = newest < ctx.today ? newest : ctx.today;
        for (const feed of ["usage_days", "feature_usage"] as const) await recordDelivery(client, feed, covered);
      }
      const refused = fresh.filter(({ type }) => type === "track").length - events.length;
      if (refused + tooLarge > 0) {
        const message = `${refused + tooLarge} messages not taken: over 32 kB, dated in the future, or naming no account (send context.groupId, or call group first)`;
        const counts = { accepted: 0, unchanged: 0, waiting: 0, rejected: refused + tooLarge };
        await noteDelivery(client, { sourceId, table: "usage_days", ...counts, message });
      }
      const groups = fresh.filter(({ type, groupId }) => type === "group" && groupId).length;
      const taken = events.length + groups + fresh.filter((message) => isContact(message, accountOf)).length;
      return {
        taken,
        repeated: messages.length - fresh.length,
        notCounted: fresh.length - taken - refused,
        refused: refused + tooLarge,
      };
    },
    { statementTimeoutMillis: 60_000 },
  );
}

async function plain(
  client: PoolClient,
  table: string,
  rows: readonly SourceRow[],
  options: { today: string; workspaceCurrency: string },
): Promise<RowLedger> {
  const spec = TABLES.get(table);
  if (!spec) throw new Error(`There is no table ${table}`);
  return applyRows(client, rowsOf(rows), { spec, ...options });
}

const isContact = (message: Message, accountOf: (message: Message) => string | null) =>
  message.type === "identify" && !message.isAnonymous && accountOf(message) !== null;

function trackedOf(
  message: Message,
  accountOf: (message: Message) => string | null,
  dayOf: (at: Date) => string,
): Tracked[] {
  const key = accountOf(message);
  if (!key || !message.user) return [];
  return [{ key, day: dayOf(message.at), user: message.user, feature: message.event ?? "(unnamed)" }];
}

/** The calendar day of a moment in a time zone. */
function dayIn(timeZone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return (at) => format.format(at);
}
