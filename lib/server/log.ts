import "server-only";
import { env } from "@/lib/server/env";

type Fields = Record<string, unknown>;

const LEVELS = ["debug", "info", "warn", "error"] as const;
const SECRET_FIELD =
  /pass(word|phrase)?$|secret|token|cookie|authorization|api_?key$|^key$|hash$|connection_?string|^note(s)?$/i;
const SECRET_TEXT: [RegExp, string][] = [
  [/\bbw_live_\w+/g, "bw_live_[redacted]"],
  [/\b((?:postgres(?:ql)?|smtps?):\/\/[^:@/\s]*):[^@\s]*@/g, "$1:[redacted]@"],
  [/\b(Bearer|Basic)\s+[\w.+/=~-]+/gi, "$1 [redacted]"],
  // Drizzle appends the bound values to the text of a failed query.
  [/\nparams:[\s\S]*/g, ""],
];

function write(level: (typeof LEVELS)[number], event: string, fields: Fields = {}): void {
  if (LEVELS.indexOf(level) < threshold()) return;
  const line = { at: new Date().toISOString(), level, event, ...(redact(fields) as Fields) };
  // stderr, because command-line tasks print their results on stdout.
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/** Structured lines: `event` is a dotted name in the past tense ("run.published"), everything variable goes into fields. */
export const log = {
  debug: (event: string, fields?: Fields) => write("debug", event, fields),
  info: (event: string, fields?: Fields) => write("info", event, fields),
  warn: (event: string, fields?: Fields) => write("warn", event, fields),
  error: (event: string, fields?: Fields) => write("error", event, fields),
};

/** A value as it may be logged: secrets and private notes replaced, errors opened, depth and text bounded. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return redactText(value);
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (depth > 5) return "[deep]";
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      SECRET_FIELD.test(name) ? "[redacted]" : redact(field, depth + 1),
    ]),
  );
}

// A Postgres error's `detail` and `where` quote rows, so only its code and constraint are kept.
function redactError(error: Error, depth: number): Fields {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return {
    name: error.name,
    message: redactText(error.message),
    ...(code !== undefined && { code }),
    ...(constraint !== undefined && { constraint }),
    stack: redactText(error.stack?.split("\n    at ").slice(1).join("\n at ") ?? ""),
    ...(error.cause !== undefined && { cause: redact(error.cause, depth + 1) }),
  };
}

function redactText(text: string): string {
  const clean = SECRET_TEXT.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text);
  return clean.length > 4000 ? `${clean.slice(0, 4000)}…` : clean;
}

// A bad LOG_LEVEL must not turn every log line into a crash; the start-up check complains about it.
function threshold(): number {
  try {
    const level = env("LOG_LEVEL");
    return level === "silent" ? LEVELS.length : LEVELS.indexOf(level);
  } catch {
    return LEVELS.indexOf("info");
  }
}
