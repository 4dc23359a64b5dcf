import type { PoolClient } from "pg";
import type { SourceRow } from "./read-rows";
import type { Message } from "./segment-message";
import { accountRow, contactRow } from "./segment-rows";

type DayOf = (at: Date) => string;

/** Group calls as rows of accounts: the last word on each account, its traits gathered over the batch. */
export async function accountRows(
  client: PoolClient,
  messages: readonly Message[],
  dayOf: DayOf,
): Promise<SourceRow[]> {
  const groups = latest(
    messages.filter(({ type, groupId }) => type === "group" && groupId),
    ({ groupId }) => groupId?.toLowerCase() ?? "",
  );
  const { rows } = await client.query<{ key: string }>(
    "select lower(external_id) as key from accounts where lower(external_id) = any($1)",
    [[...groups.keys()]],
  );
  const known = new Set(rows.map(({ key }) => key));
  return [...groups].map(([key, message], index) => accountRow(message, index + 1, !known.has(key), dayOf));
}

/** Identify calls as rows of contacts, of users whose account is known by name at least. */
export async function contactRows(
  client: PoolClient,
  messages: readonly Message[],
  { accountOf, dayOf }: { accountOf: (message: Message) => string | null; dayOf: DayOf },
): Promise<SourceRow[]> {
  const people = latest(
    messages.filter((message) => message.type === "identify" && !message.isAnonymous && accountOf(message)),
    (message) => `${message.user}\n${accountOf(message)}`,
  );
  const { rows } = await client.query<{ key: string }>(
    `select c.external_id || chr(10) || lower(a.external_id) as key from contacts c join accounts a on a.id = c.account_id
     where c.external_id || chr(10) || lower(a.external_id) = any($1)`,
    [[...people.keys()].map((key) => key)],
  );
  const known = new Set(rows.map(({ key }) => key));
  return [...people].map(([key, message], index) =>
    contactRow(message, { line: index + 1, account: accountOf(message) ?? "", isNew: !known.has(key), dayOf }),
  );
}

/** The newest message of each key, with the traits of older ones that it does not give itself. */
function latest(messages: readonly Message[], keyOf: (message: Message) => string): Map<string, Message> {
  const found = new Map<string, Message>();
  for (const message of [...messages].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const key = keyOf(message);
    found.set(key, { ...message, traits: { ...found.get(key)?.traits, ...message.traits } });
  }
  return found;
}

/** Notes the groups that users were put into, then says each message's account: the one its context names, else the last
 * group of its user. Keys are in lower case. */
export async function accountsOfUsers(
  client: PoolClient,
  messages: readonly Message[],
): Promise<(message: Message) => string | null> {
  const grouped = messages.filter(({ type, user, groupId }) => type === "group" && user && groupId);
  const placed = messages.filter(({ type, user, contextGroupId }) => type !== "group" && user && contextGroupId);
  const columns = (list: readonly Message[]) => [
    list.map(({ user }) => user),
    list.map(({ groupId, contextGroupId }) => (groupId ?? contextGroupId ?? "").toLowerCase()),
    list.map(({ at }) => at.toISOString()),
  ];
  const latestOf = `select distinct on (who) who, key, at from unnest($1::text[], $2::text[], $3::timestamptz[]) g (who, key, at)
    order by who, at desc`;
  await client.query(
    `insert into user_groups as old (user_id, account_key, at) ${latestOf}
     on conflict (user_id) do update set account_key = excluded.account_key, at = excluded.at where old.at <= excluded.at`,
    columns(grouped),
  );
  // A user who was never put into a group belongs to where they were first seen.
  await client.query(
    `insert into user_groups (user_id, account_key, at) ${latestOf} on conflict do nothing`,
    columns(placed),
  );
  const { rows } = await client.query<{ user_id: string; account_key: string }>(
    "select user_id, account_key from user_groups where user_id = any($1)",
    [messages.flatMap(({ user }) => user ?? [])],
  );
  const groups = new Map(rows.map((row) => [row.user_id, row.account_key]));
  return ({ contextGroupId, user }) => contextGroupId?.toLowerCase() ?? groups.get(user ?? "") ?? null;
}
