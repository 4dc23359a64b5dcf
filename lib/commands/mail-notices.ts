import "server-only";
import type { Day } from "@/lib/core/calendar";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { digestDueSince, isQuiet } from "@/lib/server/notify/local-time";
import { type MailedAccount, type MailedNotice, noticeMail } from "@/lib/server/notify/notice-mail";
import { sendMail } from "@/lib/server/notify/send-mail";

type Person = {
  id: number;
  name: string;
  email: string;
  timeZone: string;
  digest: "daily" | "weekly" | "none";
  quietFrom: string | null;
  quietUntil: string | null;
};
type Claimed = MailedNotice & { attempts: number };
type Workspace = { name: string; currency: string };

const MOST_ATTEMPTS = 8;
/** Owed for longer than this, an e-mail is no news any more; the inbox keeps it. */
const STALE_DAYS = { now: 3, digest: 14 };

/** Sends what is owed by e-mail: at once outside quiet hours, and digests at 07:30 where the person is. A notice is marked as
 * mailed before it is handed over: a crash between the two loses an e-mail, and never sends one twice. */
export async function mailNotices(ctx: Ctx): Promise<number> {
  await authorize(ctx, "run:compute");
  if (!env("SMTP_URL")) return 0;
  const workspace = await loadWorkspace(ctx);
  let sent = 0;
  for (const person of await listOwed(ctx)) {
    const { timeZone, digest, quietFrom, quietUntil } = person;
    if (!isQuiet(ctx.now, timeZone, quietFrom, quietUntil)) {
      sent += await mail(ctx, workspace, person, "now", await claim(ctx, person.id, "now", ctx.now));
    }
    if (digest === "none") continue;
    const due = digestDueSince(ctx.now, timeZone, digest);
    sent += await mail(ctx, workspace, person, digest, await claim(ctx, person.id, "digest", due));
  }
  return sent;
}

async function listOwed(ctx: Ctx): Promise<Person[]> {
  const { rows } = await ctx.db.$client.query<Person>(
    `select p.id, p.name, p.email, coalesce(p.time_zone, settings.time_zone) as "timeZone",
       coalesce(digest, 'weekly') as digest, quiet_from as "quietFrom", quiet_until as "quietUntil"
     from people p cross join settings left join preferences on person_id = p.id
     where status = 'active' and p.id in (
       select person_id from notifications where mail is not null and mailed_at is null
         and coalesce(mail_after, $1) <= $1) order by p.id`,
    [ctx.now],
  );
  return rows;
}

async function claim(ctx: Ctx, personId: number, mailed: "now" | "digest", until: Date): Promise<Claimed[]> {
  const { rows } = await ctx.db.$client.query<Claimed>(
    `update notifications set mailed_at = $4, mail_attempts = mail_attempts + 1
     where id in (
       select id from notifications
       where person_id = $1 and mail = $2 and mailed_at is null and created_at <= $3
         and created_at > $4::timestamptz - make_interval(days => $5) and coalesce(mail_after, $4) <= $4
       order by id for update skip locked)
     returning id, account_id as "accountId", text, href, mail_attempts as attempts`,
    [personId, mailed, until, ctx.now, STALE_DAYS[mailed]],
  );
  return rows.sort((a, b) => a.id - b.id);
}

async function mail(
  ctx: Ctx,
  { name: workspace, currency }: Workspace,
  person: Person,
  purpose: "now" | "daily" | "weekly",
  notices: Claimed[],
): Promise<number> {
  if (notices.length === 0) return 0;
  const accounts = await loadAccounts(ctx, notices);
  const origin = env("NEXTAUTH_URL").replace(/\/$/, "");
  const message = noticeMail(notices, accounts, { purpose, today: ctx.today, currency, workspace, origin });
  const handed = await sendMail(person, message);
  if (handed.result === "sent") return 1;
  const attempts = Math.max(...notices.map((notice) => notice.attempts));
  const isOver = handed.result !== "later" || attempts >= MOST_ATTEMPTS;
  log.warn("notice.not_mailed", { personId: person.id, notices: notices.length, isOver, error: handed.error });
  await ctx.db.$client.query(
    `update notifications set mailed_at = null, mail = case when $2 then null else mail end,
       mail_after = $3::timestamptz + make_interval(mins => $4) where id = any($1)`,
    [notices.map(({ id }) => id), isOver, ctx.now, 2 ** attempts],
  );
  return 0;
}

async function loadAccounts(ctx: Ctx, notices: readonly Claimed[]): Promise<MailedAccount[]> {
  const { rows } = await ctx.db.$client.query<MailedAccount & { decideBy: Day | null }>(
    `select a.id, a.slug, a.name, coalesce(tone, 0) as tone, band, arr_cents as "arrCents", decide_by as "decideBy",
       nullif(reason_text, '') as reason
     from accounts a left join triage on account_id = a.id where a.id = any($1)
     order by priority desc nulls last, a.name`,
    [notices.map(({ accountId }) => accountId).filter((id) => id !== null)],
  );
  return rows;
}

async function loadWorkspace(ctx: Ctx): Promise<Workspace> {
  const { rows } = await ctx.db.$client.query<Workspace>("select name, currency from settings");
  return rows[0] ?? { name: "Bellwether", currency: "USD" };
}
