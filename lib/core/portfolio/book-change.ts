import type { Change, ChangeKind } from "@/lib/core/health/explain";
import { roundedToSum } from "./rounded-to-sum";
import { wholeChange } from "./whole-change";

/** Where an account stood on one of two days: in the scope with a band or without, under another owner or segment, or not in
 * the book. */
export type BookPlace = "banded" | "unbanded" | "elsewhere" | "out";
/** An account on two days; health is null without a band in the scope, `change` where it has one on both. */
export type BookAccount = {
  accountId: number;
  from: BookPlace;
  to: BookPlace;
  healthThen: number | null;
  healthNow: number | null;
  change: Change | null;
};

/** What moved an average beside the accounts' own changes: who came into it, and who left it. */
export type PassageKind = "joined" | "scored" | "handed_in" | "left" | "unscored" | "handed_out";
export type BookPart = {
  kind: ChangeKind | PassageKind;
  key: string | null;
  /** Points of the average. */
  points: number;
  /** The same to a tenth, so that all of them sum to the shown change. */
  shown: number;
  /** What each account adds to it, the largest first. */
  accounts: { accountId: number; points: number }[];
};
export type BookChange = {
  /** `shown` is the average to a tenth, rounded down as every score is. */
  before: { average: number; shown: number; accounts: number };
  after: { average: number; shown: number; accounts: number };
  compared: number;
  change: number;
  shownChange: number;
  parts: BookPart[];
};

const UNKNOWN: Change = { change: 0, shownChange: 0, parts: [] };
const PASSAGES = {
  in: { out: "joined", unbanded: "scored", elsewhere: "handed_in", banded: null },
  out: { out: "left", unbanded: "unscored", elsewhere: "handed_out", banded: null },
} as const satisfies Record<string, Record<BookPlace, PassageKind | null>>;

/** What moved the average health of a book between two days, in points that sum to the difference of the two averages. Accounts
 * with a band on both days add their parts (explainChange) divided by how many they are; what a recorded health knew beyond
 * its readings is what people said. Who came into the average adds (health − average of the compared) / all of the second day;
 * who left it takes (health − average of the compared) / all of the first. Null where either day has no band, or no account
 * has one on both. */
export function bookChange(accounts: readonly BookAccount[]): BookChange | null {
  const before = accounts.filter(({ from }) => from === "banded");
  const after = accounts.filter(({ to }) => to === "banded");
  const compared = before.filter(({ to }) => to === "banded");
  const n = compared.length;
  if (n === 0) return null;
  const parts = new Map<string, BookPart>();
  const add = (kind: BookPart["kind"], key: string | null, accountId: number, points: number) => {
    const name = `${kind}:${key ?? ""}`;
    const part = parts.get(name) ?? { kind, key, points: 0, shown: 0, accounts: [] };
    part.points += points;
    part.accounts.push({ accountId, points });
    parts.set(name, part);
  };
  for (const { accountId, healthThen, healthNow, change } of compared) {
    const moved = (healthNow as number) - (healthThen as number);
    for (const { kind, key, part } of wholeChange(change ?? UNKNOWN, moved).parts) add(kind, key, accountId, part / n);
  }
  const middle = (of: "healthThen" | "healthNow") => meanOf(compared.map((account) => account[of] as number));
  const [then, now] = [middle("healthThen"), middle("healthNow")];
  for (const { accountId, from, healthNow: health } of after) {
    const kind = PASSAGES.in[from];
    if (kind) add(kind, null, accountId, ((health as number) - now) / after.length);
  }
  for (const { accountId, to, healthThen: health } of before) {
    const kind = PASSAGES.out[to];
    if (kind) add(kind, null, accountId, (then - (health as number)) / before.length);
  }
  const averages = [before.map((one) => one.healthThen as number), after.map((one) => one.healthNow as number)].map(
    meanOf,
  );
  const [first, second] = averages as [number, number];
  const found = [...parts.values()].sort((a, b) => a.points - b.points);
  const [shownFirst, shownSecond] = [tenthBelow(first), tenthBelow(second)];
  const shownChange = Math.round((shownSecond - shownFirst) * 10) / 10;
  const shown = roundedToSum(
    found.map(({ points }) => points),
    shownChange,
  );
  return {
    before: { average: first, shown: shownFirst, accounts: before.length },
    after: { average: second, shown: shownSecond, accounts: after.length },
    ...{ compared: n, change: second - first, shownChange },
    parts: found.map((part, i) => ({
      ...part,
      shown: shown[i] as number,
      accounts: part.accounts.sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || a.accountId - b.accountId),
    })),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function tenthBelow(value: number): number {
  return Math.floor(Math.round(value * 1e7) / 1e6) / 10;
}
