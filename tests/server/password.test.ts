import type { BinaryLike, ScryptOptions } from "node:crypto";
import { expect, test, vi } from "vitest";
import { hashPassword, NewPassword, verifyPassword } from "@/lib/server/password";

const worked = vi.hoisted((): unknown[] => []);
vi.mock("node:crypto", async (load) => {
  const crypto = await load<typeof import("node:crypto")>();
  type Done = (error: Error | null, key: Buffer) => void;
  const scrypt = (word: BinaryLike, salt: BinaryLike, bytes: number, cost: ScryptOptions, done: Done) => {
    worked.push({ bytes, cost });
    crypto.scrypt(word, salt, bytes, cost, done);
  };
  return { ...crypto, scrypt };
});

test("a password is stored as scrypt with its cost and its own salt, and opens with nothing else", async () => {
  const [first, second] = await Promise.all([hashPassword("correct horse"), hashPassword("correct horse")]);
  expect(first).toMatch(/^scrypt\$16384\$8\$1\$[\w-]{22}\$[\w-]{86}$/);
  expect(first).not.toBe(second);
  expect(await verifyPassword("correct horse", first)).toBe(true);
  expect(await verifyPassword("Correct horse", first)).toBe(false);
});

test("the same letters typed on another system are the same password", async () => {
  expect(await verifyPassword("caf\u0065\u0301 au lait", await hashPassword("caf\u00e9 au lait"))).toBe(true);
});

test("who has no password is refused, and it takes the same work", async () => {
  const stored = await hashPassword("correct horse");
  const work = async (hash: string | null) => {
    worked.length = 0;
    expect(await verifyPassword("a guess of it", hash)).toBe(false);
    return [...worked];
  };
  const known = await work(stored);
  expect(known).toEqual([{ bytes: 64, cost: { N: 16384, r: 8, p: 1 } }]);
  expect(await work(null)).toEqual(known);
});

test("a password has 10 to 128 characters", async () => {
  expect(NewPassword.safeParse("123456789").success).toBe(false);
  expect(NewPassword.safeParse("1234567890").success).toBe(true);
  expect(NewPassword.safeParse("x".repeat(129)).success).toBe(false);
  expect(await verifyPassword("x".repeat(129), await hashPassword("x".repeat(129)))).toBe(false);
});
