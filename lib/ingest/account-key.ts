import type { ClientBase } from "pg";
import type { Mapping } from "./mapping";

export type AccountBy = Mapping["accountBy"];

/** Their key → our external id; null where several accounts answer to it. */
export type AccountIds = ReadonlyMap<string, string | null>;

/** A key as it is compared: without blanks around it, in one case, in one form of its accents. */
export function foldKey(text: string): string {
  return text.trim().normalize("NFC").toLowerCase();
}

/** The host that an address, an e-mail or a bare domain names, without `www.`. */
export function hostOf(text: string): string {
  const bare = foldKey(text).replace(/^[a-z][a-z0-9+.-]*:\/\//, "");
  const [authority = ""] = bare.split(/[/?#]/, 1);
  return authority
    .slice(authority.lastIndexOf("@") + 1)
    .replace(/:\d+$/, "")
    .replace(/\.$/, "")
    .replace(/^www\./, "");
}

/** A key as accounts are looked up by it. */
export function lookupKey(by: AccountBy, text: string): string {
  return by === "domain" ? hostOf(text) : foldKey(text);
}

/** Every account's external id by the field that a file's account column holds. */
export async function loadAccountIds(client: ClientBase, by: AccountBy): Promise<AccountIds> {
  const { rows } = await client.query<{ id: string; key: string }>(
    `select external_id as id, ${by} as key from accounts where ${by} is not null`,
  );
  const ids = new Map<string, string | null>();
  for (const { id, key } of rows) {
    const looked = lookupKey(by, key);
    if (looked !== "") ids.set(looked, ids.has(looked) ? null : id);
  }
  return ids;
}

/** How a key that no account answers to is kept: it says of itself what it is, so that it can be attached later. */
export function unknownKey(by: AccountBy, text: string): string {
  return by === "external_id" ? text.trim() : `${by}:${text.trim()}`;
}
