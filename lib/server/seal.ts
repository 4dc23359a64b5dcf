import "server-only";
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { AppError } from "@/lib/errors";
import { env } from "@/lib/server/env";

const PREFIX = "sealed:1:";

/** Text as it may be kept: AES-256-GCM under a key derived from the installation's secret. */
export function seal(text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", sealingKey(), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return PREFIX + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** What was sealed. Text sealed under another secret, or changed since, is refused. */
export function unseal(sealed: string): string {
  const bytes = Buffer.from(sealed.slice(PREFIX.length), "base64url");
  try {
    if (!sealed.startsWith(PREFIX)) throw new Error("not sealed");
    const decipher = createDecipheriv("aes-256-gcm", sealingKey(), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return decipher.update(bytes.subarray(28), undefined, "utf8") + decipher.final("utf8");
  } catch (cause) {
    const message = "The secret kept here cannot be read: NEXTAUTH_SECRET has changed since. Enter it again.";
    throw new AppError("conflict", message, {}, { cause });
  }
}

function sealingKey(): Buffer {
  return createHash("sha256")
    .update(`bellwether sources\n${env("NEXTAUTH_SECRET")}`)
    .digest();
}
