import "server-only";
import type { PoolClient } from "pg";
import type { Role } from "@/lib/core/access";
import { addDays } from "@/lib/core/calendar";
import { choiceOf, isNoticeKind } from "@/lib/core/notices/kinds";
import { noticeText } from "@/lib/core/notices/words";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { eventHref } from "@/lib/server/notify/event-href";
import { NEWS_DAYS } from "@/lib/server/notify/owed-by-date";
import { type Recipient, recipientsOf } from "@/lib/server/notify/recipients";
import { withTransaction } from "@/lib/server/transaction";

type Event = { id: number; key: string; kind: string; payload: Record<string, unknown>; isFault: boolean };
type Account = { id: number; slug: string; csmId: number | null; amId: number | null };
type Notice = [personId: number, key: string, kind: string, accountId: number | null, text: string, href: string];

const BATCH = 500;
/** A run that moved the whole book: what it did to accounts waits until somebody has said what it was, or the hold has let go. */
const IS_HELD = `exists (
  select from holds where kind = 'book_wide' and opened_on::text = payload->>'asOf'
    and outbox.kind in ('band_changed', 'sudden_fall', 'divergence_opened')`;

/** Gives events that are owed to the people they concern, by their choices, and to the endpoints that asked for them. An event
 * leaves the outbox in the transaction that writes its notices, so that it is told once, whoever works beside. */
export async function fanOutNotices(ctx: Ctx): Promise<number> {
  await authorize(ctx, "run:compute");
  let told = 0;
  for (;;) {
    const batch = await withTransaction(ctx, ({ client }) => fanOutBatch(ctx, client));
    told += batch;
    if (batch < BATCH) return told;
  }
}

async function fanOutBatch(ctx: Ctx, client: PoolClient): Promise<number> {
  const { rows: events } = await client.query<Event>(
    `select id, dedupe_key as key, kind, payload, ${IS_HELD} and verdict = 'data_fault') as "isFault" from outbox
     where delivered_at is null and not ${IS_HELD} and released_at is null and coalesce(releases_at, 'infinity') > $1)
     order by id limit ${BATCH} for update skip locked`,
    [ctx.now],
  );
  if (events.length === 0) return 0;
  const people = await loadPeople(ctx, client);
  const accounts = await loadAccounts(ctx, client, events);
  const oldest = addDays(ctx.today, -NEWS_DAYS);
  const news = events.filter(
    ({ payload, isFault }) => !isFault && (typeof payload.asOf !== "string" || payload.asOf >= oldest),
  );
  const rows = news.flatMap((event) => noticesOf(event, people, accounts));
  const column = (i: number) => rows.map(({ notice }) => notice[i]);
  await client.query(
    `insert into notifications (person_id, dedupe_key, kind, account_id, text, href, in_app, mail, created_at)
     select *, $9::timestamptz from unnest($1::int[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[], $7::bool[], $8::text[])
     on conflict (person_id, dedupe_key) do nothing`,
    [...[0, 1, 2, 3, 4, 5].map(column), rows.map(({ inApp }) => inApp), rows.map(({ mail }) => mail), ctx.now],
  );
  await client.query(
    `insert into deliveries (endpoint_id, outbox_id, next_attempt_at)
     select e.id, o.id, $2 from outbox o join endpoints e on e.enabled and o.kind = any(e.events)
     where o.id = any($1) on conflict do nothing`,
    [news.map(({ id }) => id), ctx.now],
  );
  await client.query("update outbox set delivered_at = $2 where id = any($1)", [events.map(({ id }) => id), ctx.now]);
  return events.length;
}

function noticesOf({ key, kind, payload }: Event, people: Map<number, Recipient>, accounts: Map<number, Account>) {
  if (!isNoticeKind(kind)) {
    log.warn("notice.unknown_kind", { kind });
    return [];
  }
  const account = accounts.get(Number(payload.accountId)) ?? null;
  const mails = env("SMTP_URL") !== undefined;
  return recipientsOf({ kind, payload, owners: [account?.csmId ?? null, account?.amId ?? null] }, people).flatMap(
    (id) => {
      const person = people.get(id);
      const { inApp, mail: chosen } = choiceOf(person?.notices, kind);
      // Who is away reads it when they are back; their cover gets the e-mail.
      const mail = chosen === "none" || !mails || person?.coveredBy ? null : chosen;
      const text = noticeText(kind, payload);
      const notice: Notice = [
        id,
        key,
        kind,
        account?.id ?? null,
        text,
        eventHref(kind, account?.slug ?? null, payload),
      ];
      return inApp || mail ? [{ notice, inApp, mail }] : [];
    },
  );
}

async function loadPeople(ctx: Ctx, client: PoolClient): Promise<Map<number, Recipient>> {
  const { rows } = await client.query<Recipient>(
    `select p.id, p.manager_id as "managerId", coalesce(preferences.notices, '{}') as notices,
       array(select role from person_roles where person_id = p.id) as roles,
       (select covered_by from covers where person_id = p.id and from_on <= $1 and coalesce(until_on, $1) >= $1
        order by from_on desc limit 1) as "coveredBy"
     from people p left join preferences on person_id = p.id where status = 'active'`,
    [ctx.today],
  );
  return new Map(rows.map((row) => [row.id, { ...row, roles: row.roles as readonly Role[] }]));
}

async function loadAccounts(ctx: Ctx, client: PoolClient, events: Event[]): Promise<Map<number, Account>> {
  const ids = events.map(({ payload }) => Number(payload.accountId)).filter(Number.isInteger);
  const { rows } = await client.query<Account>(
    `select id, slug, owner.csm_id as "csmId", owner.am_id as "amId" from accounts
     left join lateral (select csm_id, am_id from account_owners where account_id = id and valid_from <= $2
       order by valid_from desc limit 1) owner on true
     where id = any($1)`,
    [ids, ctx.today],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
