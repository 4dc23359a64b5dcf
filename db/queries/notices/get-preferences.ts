import "server-only";
import { sql } from "drizzle-orm";
import { choiceOf, type NoticeChoice, type NoticeKind, PERSONAL_KINDS } from "@/lib/core/notices/kinds";
import type { Ctx } from "@/lib/server/context";
import { env } from "@/lib/server/env";

export type Preferences = {
  choices: { kind: NoticeKind; choice: NoticeChoice }[];
  digest: "daily" | "weekly" | "none";
  quietFrom: string | null;
  quietUntil: string | null;
  /** Null is the organisation's. */
  timeZone: string | null;
  organisationTimeZone: string;
  /** Whether the installation has a mail server. */
  mails: boolean;
};

type Row = Omit<Preferences, "choices" | "mails"> & { notices: unknown };

/** What the person is told of and where, with what is usual where they have chosen nothing. */
export async function getPreferences(ctx: Ctx): Promise<Preferences> {
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const { rows } = await ctx.db.execute<Row>(sql`
    select coalesce(p.notices, '{}') as notices, coalesce(p.digest, 'weekly') as digest, p.quiet_from as "quietFrom",
      p.quiet_until as "quietUntil", people.time_zone as "timeZone", settings.time_zone as "organisationTimeZone"
    from settings left join people on people.id = ${personId} left join preferences p on p.person_id = people.id`);
  const [{ notices, ...row }] = rows as [Row];
  const choices = PERSONAL_KINDS.map((kind) => ({ kind, choice: choiceOf(notices, kind) }));
  return { ...row, choices, mails: env("SMTP_URL") !== undefined };
}
