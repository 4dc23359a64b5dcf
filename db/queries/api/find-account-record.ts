import "server-only";
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

export type Attribute = string | number | boolean | null;

/** What programs may change of an account, under the names of its file. */
export type EditableAccount = {
  name: string;
  domain: string | null;
  industry: string | null;
  region: string | null;
  source: string | null;
  crm_url: string | null;
  customer_since: Day | null;
  parent_account_id: string | null;
  segment: string | null;
  lifecycle_stage: string | null;
  attributes: Record<string, Attribute>;
  csm_email: string | null;
  am_email: string | null;
};

export type AccountRecord = {
  accountId: number;
  externalId: string;
  slug: string;
  etag: string;
  editable: EditableAccount;
};

/** The account of an id in its source, or of a slug; null where there is none that the actor may see. */
export async function findAccountRecord(ctx: Ctx, key: string): Promise<AccountRecord | null> {
  type Row = Omit<AccountRecord, "etag">;
  const { rows } = await ctx.db.execute<Row>(sql`
    select a.id as "accountId", a.external_id as "externalId", a.slug, jsonb_build_object(
      'name', a.name, 'domain', a.domain, 'industry', a.industry, 'region', a.region, 'source', a.source,
      'crm_url', a.crm_url, 'customer_since', a.customer_since, 'parent_account_id', parent.external_id,
      'segment', dated.segment, 'lifecycle_stage', dated.lifecycle_stage, 'attributes', coalesce(dated.attributes, '{}'),
      'csm_email', csm.email, 'am_email', am.email) as editable
    from accounts a
    left join accounts parent on parent.id = a.parent_id
    left join lateral (
      select csm_id, am_id from account_owners where account_id = a.id and valid_from <= ${ctx.today} order by valid_from desc limit 1
    ) owner on true
    left join people csm on csm.id = owner.csm_id
    left join people am on am.id = owner.am_id
    left join lateral (
      select segment, lifecycle_stage, attributes from account_attributes
      where account_id = a.id and valid_from <= ${ctx.today} order by valid_from desc limit 1
    ) dated on true
    where (a.external_id = ${key} or a.slug = ${key}) and ${visibleAccounts(ctx, sql`a.id`)}
    order by (a.external_id = ${key}) desc limit 1`);
  const [row] = rows;
  if (!row) return null;
  const hash = createHash("sha256").update(JSON.stringify(row.editable)).digest("hex");
  return { ...row, etag: `"${hash.slice(0, 32)}"` };
}
