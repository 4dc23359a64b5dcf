import { expect, test } from "vitest";
import { recordedAsOf } from "@/lib/core/scorecard/recorded-as";

const own = { own: true, team: false };
const team = { own: false, team: true };
const neither = { own: false, team: false };

test("whose card it is answers as its owner, whatever else they are", () => {
  expect(recordedAsOf(["am"], own, true)).toBe("owner");
  expect(recordedAsOf(["am", "admin"], own, true)).toBe("owner");
});

test("a CSM of an account whose card the AM fills challenges", () => {
  expect(recordedAsOf(["csm"], own, false)).toBe("challenge");
});

test("managers answer for their team and are recorded as such", () => {
  expect(recordedAsOf(["manager"], team, false)).toBe("manager");
  expect(recordedAsOf(["manager"], neither, false)).toBeNull();
});

test("a manager who is the account's CSM challenges there", () => {
  expect(recordedAsOf(["manager", "csm"], own, false)).toBe("challenge");
});

test("administrators answer everywhere, viewers nowhere", () => {
  expect(recordedAsOf(["admin"], neither, false)).toBe("admin");
  expect(recordedAsOf(["viewer"], own, false)).toBeNull();
});
