const TIME =
  /^(?:\s*T\s*|,?\s+|\s+at\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*([ap])\.?m\.?)?\s*(?:(Z|UTC|GMT)|(?:UTC|GMT)?([+-]\d{2}):?(\d{2})?)?$/i;

/** Reads what follows a date: a time of 24 or 12 hours, and a zone as Z, UTC, +02 or +02:00. */
export function readTime(text: string): { time: string; zone: string | null } | null {
  const match = TIME.exec(text.replace(/\s*\([^)]*\)$/, ""));
  if (!match) return null;
  const [, h = "", minute = "", second = "00", fraction, half, utc, ahead, beside = "00"] = match;
  const hour = half ? halfDay(Number(h), half) : Number(h);
  if (hour === null || hour > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  if (ahead && (Math.abs(Number(ahead)) > 14 || Number(beside) > 59)) return null;
  const time = `${String(hour).padStart(2, "0")}:${minute}:${second}${fraction ? `.${fraction.slice(0, 6)}` : ""}`;
  return { time, zone: utc ? "Z" : ahead ? `${ahead}:${beside}` : null };
}

function halfDay(hour: number, half: string): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
}
