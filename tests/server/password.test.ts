import { expect, test } from "vitest";
import { hashPassword, NewPassword, verifyPassword } from "@/lib/server/password";

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

test("who has no password is refused, and it takes as long", async () => {
  const stored = await hashPassword("correct horse");
  const time = async (hash: string | null) => {
    const start = performance.now();
    expect(await verifyPassword("a guess of it", hash)).toBe(false);
    return performance.now() - start;
  };
  const [known, unknown] = [await time(stored), await time(null)];
  expect(unknown).toBeGreaterThan(known / 5);
});

test("a password has 10 to 128 characters", async () => {
  expect(NewPassword.safeParse("123456789").success).toBe(false);
  expect(NewPassword.safeParse("1234567890").success).toBe(true);
  expect(NewPassword.safeParse("x".repeat(129)).success).toBe(false);
  expect(await verifyPassword("x".repeat(129), await hashPassword("x".repeat(129)))).toBe(false);
});
