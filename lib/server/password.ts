import "server-only";
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { z } from "zod";

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number }, Buffer>(scrypt);
const COST = { N: 16384, r: 8, p: 1 };
const BYTES = 64;
/** Nobody's password: what an unknown person's sign-in is compared with, so that it takes as long as any other. */
const NOBODY = `scrypt$${COST.N}$${COST.r}$${COST.p}$${"A".repeat(22)}$${"A".repeat(86)}`;

export const PASSWORD_MAX = 128;
/** A password as somebody chooses it. */
export const NewPassword = z
  .string()
  .min(10, "needs at least 10 characters")
  .max(PASSWORD_MAX, `has at most ${PASSWORD_MAX} characters`);

/** A password as it is stored: scrypt$N$r$p$salt$hash, the last two in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password.normalize("NFKC"), salt, BYTES, COST);
  return ["scrypt", COST.N, COST.r, COST.p, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

/** Whether a password is the stored one; takes as long where nothing is stored. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  if (password.length > PASSWORD_MAX) return false;
  const [, N, r, p, salt = "", hash = ""] = (stored ?? NOBODY).split("$");
  const wanted = Buffer.from(hash, "base64url");
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const given = await derive(password.normalize("NFKC"), Buffer.from(salt, "base64url"), wanted.length, cost);
  return timingSafeEqual(given, wanted) && stored !== null;
}
