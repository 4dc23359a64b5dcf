import { expect, test } from "vitest";
import { safeReturn } from "@/app/sign-in/safe-return";
import { isSameOrigin } from "@/lib/server/same-origin";

test("an action is taken only from our own pages; on one's own machine localhost and 127.0.0.1 are one", () => {
  const own = "https://health.example.com";
  expect(isSameOrigin("https://health.example.com", own)).toBe(true);
  for (const origin of [null, "null", "http://health.example.com", "https://evil.example.com", "https://127.0.0.1"])
    expect(isSameOrigin(origin, own)).toBe(false);
  expect(isSameOrigin("http://127.0.0.1:3000", "http://localhost:3000")).toBe(true);
  expect(isSameOrigin("http://127.0.0.1:3001", "http://localhost:3000")).toBe(false);
});

test("signing in leads to an address of this app, never to another host's", () => {
  expect(safeReturn("/accounts/x?tab=1")).toBe("/accounts/x?tab=1");
  for (const from of ["//evil.test", "/\\evil.test", "https://evil.test", "javascript:1", "/a\\b", undefined, 3])
    expect(safeReturn(from)).toBe("/");
});
