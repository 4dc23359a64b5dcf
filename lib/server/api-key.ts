import "server-only";
import { createHash, randomBytes } from "node:crypto";

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const SHAPE = /^bw_live_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/;

/** A new key: "bw_live_", 32 random bytes in base 62, and a checksum that tells a typing error from a revoked key. */
export function newApiKey(): string {
  const body = base62(randomBytes(32), 43);
  return `bw_live_${body}${checksum(body)}`;
}

/** Whether text has the shape and checksum of a key: nothing else reaches the database. */
export function isApiKey(text: string): boolean {
  const [, body, sum] = SHAPE.exec(text) ?? [];
  return body !== undefined && checksum(body) === sum;
}

/** What is kept of a key: its hash, and the eight characters by which people tell keys apart. */
export function keptOf(key: string): { keyHash: string; prefix: string } {
  return { keyHash: createHash("sha256").update(key).digest("hex"), prefix: key.slice(8, 16) };
}

function checksum(body: string): string {
  return base62(createHash("sha256").update(body).digest().subarray(0, 4), 6);
}

function base62(bytes: Buffer, length: number): string {
  let rest = BigInt(`0x${bytes.toString("hex")}`);
  let text = "";
  for (; rest > 0n; rest /= 62n) text = DIGITS[Number(rest % 62n)] + text;
  return text.padStart(length, "0");
}
