import { expect, test } from "vitest";
import { followedRow } from "@/components/triage/followed-row";

const before = { accountIds: [11, 12, 13, 14], active: 0 };

test("the active row goes with its account when the queue is ordered anew", () => {
  expect(followedRow(before, { accountIds: [12, 13, 11, 14], active: 0 })).toBe(2);
});

test("after one was dealt with, the next one in its place is active", () => {
  expect(followedRow(before, { accountIds: [12, 13, 14], active: 0 })).toBe(0);
});

test("one taken back stands in its place and is active again", () => {
  expect(followedRow({ accountIds: [12, 13, 14], active: 0 }, before)).toBe(0);
});

test("a move of one's own is not taken back", () => {
  expect(followedRow(before, { accountIds: [11, 12, 13, 14], active: 3 })).toBe(3);
});

test("of another page of as many rows, the row asked for is active", () => {
  expect(followedRow(before, { accountIds: [21, 22, 23, 24], active: 1 })).toBe(1);
});
