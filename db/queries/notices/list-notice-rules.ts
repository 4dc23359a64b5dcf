import "server-only";
import { sql } from "drizzle-orm";
import type { RuleCondition } from "@/lib/core/notices/rule";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";

export type NoticeRuleRow = {
  id: number;
  name: string;
  measureKey: string;
  condition: RuleCondition;
  days: number;
  segment: string | null;
  enabled: boolean;
  /** Accounts that it holds for now. */
  holding: number;
};

/** The administrators' own rules, with how many accounts each holds for; for administrators. */
export async function listNoticeRules(ctx: Ctx): Promise<NoticeRuleRow[]> {
  await authorize(ctx, "settings:write");
  const { rows } = await ctx.db.execute<NoticeRuleRow>(sql`
    select id, name, measure_key as "measureKey", condition, days, segment, enabled, count(account_id)::int as holding
    from notice_rules left join notice_matches on rule_id = id group by id order by name, id`);
  return rows;
}
