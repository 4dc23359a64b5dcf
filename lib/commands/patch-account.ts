import "server-only";
import { isDeepStrictEqual } from "node:util";
import { type SQL, sql } from "drizzle-orm";
import { type AccountRecord, type EditableAccount, findAccountRecord } from "@/db/queries/api/find-account-record";
import { findPersonId } from "@/db/queries/api/find-person-id";
import { listAccountIds } from "@/db/queries/api/list-account-ids";
import type { Day } from "@/lib/core/calendar";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { Refusal } from "@/lib/server/refusal";
import { withTransaction } from "@/lib/server/transaction";

type Change = { [Field in keyof EditableAccount]?: EditableAccount[Field] | undefined };
interface Patch {
  /** Its id in the source, or its slug. */
  key: string;
  change: Change;
  /** The ETag that the change was made on; null: whatever it is. */
  ifMatch: string | null;
}

/** Changes fields of an account; attributes key by key. Segment, stage, attributes and owners count from today on. On an
 * account that was changed since `ifMatch`, nothing happens and both versions are told. */
export async function patchAccount(ctx: Ctx, { key, change, ifMatch }: Patch): Promise<AccountRecord> {
  await authorize(ctx, "import:run");
  if (change.csm_email !== undefined || change.am_email !== undefined) await authorize(ctx, "owner:assign");
  return withTransaction(ctx, async ({ tx }) => {
    const inside = { ...ctx, db: tx };
    const asked = await findAccountRecord(inside, key);
    if (!asked) throw new AppError("not_found", "There is no such account.");
    await tx.execute(sql`select from accounts where id = ${asked.accountId} for update`);
    const before = (await findAccountRecord(inside, asked.externalId)) ?? asked;
    const sent = merged(before.editable, change);
    if (ifMatch !== null && ifMatch !== "*" && ifMatch !== before.etag) {
      const members = { current: before.editable, sent };
      const detail = "The account was changed meanwhile. Take its new ETag, and change what you still want to change.";
      throw new Refusal("precondition", detail, { members, headers: { etag: before.etag } });
    }
    await write(inside, before, sent);
    const after = (await findAccountRecord(inside, asked.externalId)) as AccountRecord;
    if (after.etag !== before.etag) {
      const entry = { entry: "account.changed", accountId: before.accountId };
      await emitAudit(ctx, tx, { ...entry, before: before.editable, after: after.editable });
      await tx.execute(sql`insert into rescore_queue (account_id, reason) values (${before.accountId}, 'account')
        on conflict (account_id) do nothing`);
    }
    return after;
  });
}

function merged(before: EditableAccount, change: Change): EditableAccount {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const attributes = { ...before.attributes, ...change.attributes };
  const kept = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null));
  return { ...before, ...given, attributes: kept };
}

async function write(ctx: Ctx, { accountId, editable: before }: AccountRecord, sent: EditableAccount): Promise<void> {
  const parentId = await parentOf(ctx, accountId, sent.parent_account_id);
  const { name, domain, industry, region, source, crm_url, customer_since } = sent;
  await ctx.db.execute(sql`
    update accounts set name = ${name}, domain = ${domain}, industry = ${industry}, region = ${region}, source = ${source},
      crm_url = ${crm_url}, customer_since = ${customer_since}, parent_id = ${parentId}, recorded_at = now()
    where id = ${accountId}`);
  const dated = ({ segment, lifecycle_stage, attributes }: EditableAccount) => [segment, lifecycle_stage, attributes];
  if (!isDeepStrictEqual(dated(before), dated(sent))) {
    await ctx.db.execute(sql`
      insert into account_attributes (account_id, valid_from, segment, lifecycle_stage, attributes)
      values (${accountId}, ${from(ctx, sql`account_attributes`, accountId, customer_since)}, ${sent.segment}, ${sent.lifecycle_stage},
        ${JSON.stringify(sent.attributes)}::jsonb)
      on conflict (account_id, valid_from) do update
      set segment = excluded.segment, lifecycle_stage = excluded.lifecycle_stage, attributes = excluded.attributes`);
  }
  const owners = ({ csm_email, am_email }: EditableAccount) => [csm_email, am_email];
  if (!isDeepStrictEqual(owners(before), owners(sent))) {
    const csmId = await personOf(ctx, "csm_email", sent.csm_email);
    const amId = await personOf(ctx, "am_email", sent.am_email);
    await ctx.db.execute(sql`
      insert into account_owners (account_id, valid_from, csm_id, am_id)
      values (${accountId}, ${from(ctx, sql`account_owners`, accountId, customer_since)}, ${csmId}, ${amId})
      on conflict (account_id, valid_from) do update set csm_id = excluded.csm_id, am_id = excluded.am_id`);
  }
}

/** From which day a dated row counts: today, or, where it is the first, since the customer is one. */
function from({ today }: Ctx, table: SQL, accountId: number, customerSince: Day | null): SQL {
  const first = customerSince ?? "1970-01-01";
  return sql`(case when exists (select from ${table} where account_id = ${accountId}) then ${today}::date else ${first}::date end)`;
}

async function parentOf(ctx: Ctx, accountId: number, key: string | null): Promise<number | null> {
  if (key === null) return null;
  const id = (await listAccountIds(ctx, [key])).get(key);
  const refused = (why: string) => new AppError("invalid", `parent_account_id: ${why}`, { parent_account_id: why });
  if (id === undefined) throw refused(`there is no account ${key}`);
  if (id === accountId) throw refused("an account is not its own parent");
  return id;
}

async function personOf(ctx: Ctx, field: string, email: string | null): Promise<number | null> {
  if (email === null) return null;
  const id = await findPersonId(ctx, email);
  if (id === null)
    throw new AppError("invalid", `${field}: nobody has the e-mail ${email}`, {
      [field]: `nobody has the e-mail ${email}`,
    });
  return id;
}
