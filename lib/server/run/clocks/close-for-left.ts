import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";

const LEFT = "Left the book";

/** Who is no longer in the book, and who came back; null: all of them, whoever they are. */
type Moved = { left: readonly number[]; back: readonly number[] } | null;

/** Closes the playbooks and stops the clocks of accounts that are no longer in the book, and opens the playbooks again of those
 * that came back, whose clocks the run wrote anew. */
export async function closeForLeft(client: ClientBase, asOf: Day, moved: Moved): Promise<void> {
  if (moved?.left.length !== 0) await closeLeft(client, asOf, moved?.left ?? null);
  if (moved?.back.length !== 0)
    await client.query(
      `update opened_playbooks o set closed_on = null, result = null
       where result = $2 and ($1::int[] is null or account_id = any($1))
         and exists (select from triage t where t.account_id = o.account_id)`,
      [moved?.back ?? null, LEFT],
    );
}

async function closeLeft(client: ClientBase, asOf: Day, accountIds: readonly number[] | null): Promise<void> {
  await client.query(
    `update opened_playbooks o set closed_on = $1, result = $3
     where closed_on is null and ($2::int[] is null or account_id = any($2)) and opened_on <= $1
       and not exists (select from triage t where t.account_id = o.account_id)`,
    [asOf, accountIds, LEFT],
  );
  await client.query(
    `update clocks c set state = 'stopped', stopped_on = $1, stopped_by = $3
     where state <> 'stopped' and ($2::int[] is null or account_id = any($2))
       and not exists (select from triage t where t.account_id = c.account_id)`,
    [asOf, accountIds, LEFT],
  );
}
