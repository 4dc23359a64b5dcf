import "server-only";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { env } from "@/lib/server/env";
import { messageId, type OutgoingEvent, slackBody, webhookBody } from "@/lib/server/notify/event-body";
import { sendToEndpoint } from "@/lib/server/notify/send-to-endpoint";

type Due = {
  endpointId: number;
  attempts: number;
  isInterrupted: boolean;
  endpoint: "slack" | "webhook";
  url: string;
  secret: string | null;
} & OutgoingEvent;

/** Minutes to wait after each attempt that failed; after the last of them, three days on, the event is given up. */
const WAITS = [1, 5, 30, 120, 300, 600, 840, 1200, 1440];
/** Whoever takes a delivery has it for this long; longer than an attempt can last. */
const HELD_MINUTES = 5;
const GONE = 410;
/** Other jobs wait meanwhile: what is left after this goes with the next minute. */
const MOST_MILLIS = 30_000;

/** Sends due deliveries to their endpoints, one after the other. A webhook whose attempt was cut off is sent again under the same
 * id, by which its receiver knows it; Slack knows no ids, so it is not, and the log says so. Returns the attempts made. */
export async function deliverEvents(ctx: Ctx): Promise<number> {
  await authorize(ctx, "run:compute");
  const { rows } = await ctx.db.$client.query<{ currency: string }>("select currency from settings");
  const origin = env("NEXTAUTH_URL").replace(/\/$/, "");
  const place = { today: ctx.today, currency: rows[0]?.currency ?? "USD", origin };
  const until = Date.now() + MOST_MILLIS;
  let attempts = 0;
  for (let due = await take(ctx); due; due = Date.now() < until ? await take(ctx) : null) {
    if (due.isInterrupted && due.endpoint === "slack") {
      await giveUp(
        ctx,
        due,
        "It was cut off while it was being sent, and may have arrived. Send it again if it has not.",
      );
      continue;
    }
    const body = due.endpoint === "slack" ? slackBody(due, place) : webhookBody(due, place);
    // Receivers compare it with their own clock.
    const at = new Date();
    const answer = await sendToEndpoint(
      { kind: due.endpoint, url: due.url, secret: due.secret },
      messageId(due),
      body,
      at,
    );
    await note(ctx, due, answer);
    attempts++;
  }
  return attempts;
}

/** Takes the delivery that has been due longest: counted and put off before it is sent. */
async function take(ctx: Ctx): Promise<Due | null> {
  const { rows } = await ctx.db.$client.query<Due>(
    `with taken as (
       update deliveries d set attempts = attempts + 1, next_attempt_at = $1::timestamptz + make_interval(mins => ${HELD_MINUTES}),
         last_error = 'sending', last_status = null
       from (
         select endpoint_id, outbox_id, last_error from deliveries join endpoints e on e.id = endpoint_id and e.enabled
         where next_attempt_at <= $1 and delivered_at is null and given_up_at is null
         order by next_attempt_at, outbox_id limit 1 for update of deliveries skip locked) due
       where d.endpoint_id = due.endpoint_id and d.outbox_id = due.outbox_id
       returning d.endpoint_id, d.outbox_id, d.attempts, due.last_error)
     select endpoint_id as "endpointId", outbox_id as id, attempts, coalesce(last_error = 'sending', false) as "isInterrupted",
       e.kind as endpoint, e.url, e.secret, o.kind, o.payload, o.created_at as at,
       (select jsonb_build_object('externalId', a.external_id, 'slug', a.slug, 'name', a.name, 'tone', coalesce(t.tone, 0),
          'band', t.band, 'arrCents', t.arr_cents, 'decideBy', t.decide_by)
        from accounts a left join triage t on t.account_id = a.id where a.id = (o.payload->>'accountId')::int) as account
     from taken join endpoints e on e.id = endpoint_id join outbox o on o.id = outbox_id`,
    [ctx.now],
  );
  return rows[0] ?? null;
}

async function note(
  ctx: Ctx,
  due: Due,
  { status, error }: { status: number | null; error: string | null },
): Promise<void> {
  if (error !== null && (due.attempts > WAITS.length || status === GONE)) {
    await giveUp(ctx, due, error, status);
    if (status === GONE)
      await ctx.db.$client.query("update endpoints set enabled = false where id = $1", [due.endpointId]);
    return;
  }
  await ctx.db.$client.query(
    `update deliveries set last_status = $3, last_error = $4,
       delivered_at = case when $4::text is null then $5::timestamptz end,
       next_attempt_at = case when $4::text is not null then $5::timestamptz + make_interval(mins => $6) end
     where endpoint_id = $1 and outbox_id = $2`,
    [due.endpointId, due.id, status, error, ctx.now, WAITS[due.attempts - 1] ?? 0],
  );
}

async function giveUp(ctx: Ctx, due: Due, error: string, status: number | null = null): Promise<void> {
  await ctx.db.$client.query(
    `update deliveries set given_up_at = $4, next_attempt_at = null, last_error = $3, last_status = $5
     where endpoint_id = $1 and outbox_id = $2`,
    [due.endpointId, due.id, error, ctx.now, status],
  );
}
