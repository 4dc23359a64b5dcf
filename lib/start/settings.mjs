import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as util from "node:util";

/** What the environment and .env files ask for; the environment wins. */
export function readSettings(root) {
  for (const name of [".env.local", ".env"]) load(join(root, name));
  const data = resolve(root, process.env.BELLWETHER_DATA || ".data");
  mkdirSync(data, { recursive: true });
  return { data, databaseUrl: process.env.DATABASE_URL || null, host: process.env.HOST || "127.0.0.1" };
}

function load(file) {
  if (!existsSync(file)) return;
  if (!util.parseEnv)
    throw new Error(`${file} needs Node 20.12 or newer; set the variables in the environment instead.`);
  for (const [name, value] of Object.entries(util.parseEnv(readFileSync(file, "utf8")))) process.env[name] ??= value;
}

/** The key that signs sessions: given, or made once and kept where only its owner reads it. */
export function sessionSecret(data) {
  if (process.env.NEXTAUTH_SECRET) return process.env.NEXTAUTH_SECRET;
  const file = join(data, "secret");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  return readFileSync(file, "utf8");
}
