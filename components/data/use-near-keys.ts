"use client";
import { useState } from "react";
import type { WaitingKey } from "@/lib/core/import-ledger";

const bare = (key: string) => key.replace(/^(name|domain):/, "");

/** The keys that a person may confirm or take back. A changed mapping forgets what the check found, and a confirmed key waits no
 * more: each stays on screen, in its place, until the step is left. */
export function useNearKeys(found: readonly WaitingKey[], matches: Readonly<Record<string, string>>): WaitingKey[] {
  const isShown = ({ key, near = [] }: WaitingKey) => near.length > 0 || bare(key) in matches;
  const told = found.filter(isShown);
  const untold = Object.keys(matches)
    .filter((key) => !told.some((one) => bare(one.key) === key))
    .map((key): WaitingKey => ({ key, rows: 0 }));
  const now = [...told, ...untold];
  const [seen, setSeen] = useState(now);
  const merged = seen.map((one) => fresher(one, now));
  const added = now.filter((one) => !seen.some(({ key }) => bare(key) === bare(one.key)));
  const next = [...merged, ...added];
  if (JSON.stringify(next) !== JSON.stringify(seen)) setSeen(next);
  return next;
}

/** What was last told of a key: its rows while it waited, and the accounts near to it. */
function fresher(one: WaitingKey, now: readonly WaitingKey[]): WaitingKey {
  const again = now.find(({ key }) => bare(key) === bare(one.key));
  if (!again) return one;
  const near = again.near?.length ? again.near : one.near;
  return { key: one.key, rows: again.rows || one.rows, ...(near ? { near } : {}) };
}
