import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";

const LEFT = "Left the book";

/** Closes the playbooks of accounts that are no longer in the book, and opens those again that came back: of all (null), or of
 * these. */
export async function closeForLeft(client: ClientBase, asOf: Day, accountIds: readonly number[] | null): Promise<void> {
  await client.query(
    `update opened_playbooks o set closed_on = $1, result = $3
     where closed_on is null and ($2::int[] is null or account_id = any($2)) and opened_on <= $1
       and not exists (select from triage t where t.account_id = o.account_id)`,
    [asOf, accountIds, LEFT],
  );
  await client.query(
    `update opened_playbooks o set closed_on = null, result = null
     where result = $2 and ($1::int[] is null or account_id = any($1))
       and exists (select from triage t where t.account_id = o.account_id)`,
    [accountIds, LEFT],
  );
}
