import { AppError } from "@/lib/errors";

const UNREACHABLE = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ECONNRESET",
]);

/** An error of a customer's database as it may be shown: what to do about it, and never the password. */
export function postgresFault(error: unknown, url: string, seconds: number): AppError {
  if (error instanceof AppError) return error;
  const { code = "", message = "" } = error as { code?: string; message?: string };
  const { host, pathname, username } = new URL(url);
  const say = (text: string) => new AppError("invalid", text, {}, { cause: error });
  if (UNREACHABLE.has(code) || /timeout expired|terminated unexpectedly/.test(message))
    return say(`No database answers at ${host}. Check the address and that it lets this server in.`);
  if (code === "28P01" || code === "28000" || /password|SASL/.test(message))
    return say(`The database refuses the user ${username || "(none)"} or its password.`);
  if (code === "3D000") return say(`There is no database ${pathname.slice(1)} at ${host}.`);
  if (code === "57014")
    return say(`The query took longer than ${seconds} s. Make it faster, or give it a cursor column.`);
  if (code === "25006") return say("The query tries to write. A source only reads.");
  if (code === "42501") return say(`The user ${username} may not read it: ${message}.`);
  if (/^[0-9A-Z]{5}$/.test(code)) return say(`The query fails: ${message}.`);
  return say(`The database could not be read: ${message.slice(0, 200)}.`);
}
