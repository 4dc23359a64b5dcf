import "server-only";
import type { ClientBase } from "pg";
import { MATTER } from "@/lib/server/matter";

/** Takes what is no longer the matter out of what people called done: once it is the matter anew, the account is in the queue
 * again. Called after triage is written; of some accounts, or of all. */
export async function keepMarks(client: ClientBase, accountIds: readonly number[] | null): Promise<void> {
  await client.query(
    `update triage_marks m set reasons = array(select key from unnest(m.reasons) key where key in (
         select ${MATTER} from jsonb_array_elements(t.reasons) r (one)))
     from triage t where t.account_id = m.account_id and ($1::int[] is null or t.account_id = any($1))
       and not m.reasons <@ array(select ${MATTER} from jsonb_array_elements(t.reasons) r (one))`,
    [accountIds],
  );
}
