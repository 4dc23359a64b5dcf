import type { PoolClient } from "pg";
import { AppError } from "@/lib/errors";

/** The source that all Segment clients deliver to; it comes into being with the first batch. One batch at a time: counts of
 * distinct users must see one another. Refused while an administrator has switched it off. */
export async function segmentSource(client: PoolClient, createdBy: string): Promise<number> {
  await client.query("set local lock_timeout = '15s'");
  await client.query("select pg_advisory_xact_lock(hashtext('bellwether.segment'))");
  await client.query(
    `insert into sources (name, kind, created_by) select 'Segment', 'segment', $1
     where not exists (select from sources where kind = 'segment') on conflict (name) do nothing`,
    [createdBy],
  );
  const { rows } = await client.query<{ id: number; enabled: boolean }>(
    "select id, enabled from sources where kind = 'segment' order by id limit 1",
  );
  const [source] = rows;
  if (!source) throw new AppError("conflict", 'A source of another kind is named "Segment". Rename it first.');
  if (!source.enabled) throw new AppError("forbidden", "An administrator has switched the Segment source off.");
  return source.id;
}

/** The messages not taken before, by their id; those without an id are always new. */
export async function takeNew<Message extends { messageId: string | null }>(
  client: PoolClient,
  messages: readonly Message[],
): Promise<Message[]> {
  const ids = messages.flatMap(({ messageId }) => messageId ?? []);
  const { rows } = await client.query<{ message_id: string }>(
    `insert into taken_messages (sender, message_id) select 'segment', id from unnest($1::text[]) id group by id
     on conflict do nothing returning message_id`,
    [ids],
  );
  const fresh = new Set(rows.map((row) => row.message_id));
  // Deleting as it goes: of two messages with one id in a batch, the first counts.
  return messages.filter(({ messageId }) => messageId === null || fresh.delete(messageId));
}
