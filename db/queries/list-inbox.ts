import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { NoticeKind } from "@/lib/core/notices/kinds";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

export type InboxRow = {
  id: number;
  kind: NoticeKind;
  text: string;
  href: string;
  isRead: boolean;
  at: Date;
  /** The account it is about, as it stands now. */
  account: { name: string; tone: number; band: string | null } | null;
};

const PAGE = 50;

/** The person's own notices, newest first, fifty a page; `after` is the last one of the page before. */
export async function listInbox(
  ctx: Ctx,
  { unread, after }: { unread: boolean; after: number | null },
  most = PAGE,
): Promise<{ rows: InboxRow[]; next: number | null }> {
  const { rows } = await ctx.db.execute<Omit<InboxRow, "at"> & { at: string }>(sql`
    select n.id, n.kind, n.text, n.href, n.read_at is not null as "isRead", n.created_at as at,
      case when a.id is not null then json_build_object('name', a.name, 'tone', coalesce(t.tone, 0), 'band', t.band) end as account
    from notifications n left join accounts a on a.id = n.account_id left join triage t on t.account_id = n.account_id
    where ${isOwn(ctx)} and (${unread} = false or read_at is null) and (${after}::int is null or n.id < ${after})
    order by n.id desc limit ${most + 1}`);
  const shown = rows.slice(0, most).map((row) => ({ ...row, at: new Date(row.at) }));
  return { rows: shown, next: rows.length > most ? (shown.at(-1)?.id ?? null) : null };
}

/** How many of them are unread, counted to a hundred. */
export async function countUnread(ctx: Ctx): Promise<number> {
  const { rows } = await ctx.db.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select from notifications n where ${isOwn(ctx)} and read_at is null limit 100) unread`);
  return rows[0]?.count ?? 0;
}

function isOwn(ctx: Ctx): SQL {
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  return sql`n.person_id = ${personId} and n.in_app
    and (n.account_id is null or ${visibleAccounts(ctx, sql`n.account_id`)})`;
}
