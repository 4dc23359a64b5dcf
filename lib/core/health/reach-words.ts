import { isMeasure, measureOf } from "@/lib/core/measures/catalogue";
import { readingText } from "@/lib/core/measures/words";
import type { CompiledDefinition } from "./compile-definition";
import type { ReachStep } from "./reach-step";
import { decodeReading } from "./score";

/** What an account's readings are made of, in its own units; null where unknown. A count is so many of so many. */
export type ReachFacts = { seats: number | null; counts: Readonly<Record<string, { part: number; whole: number }>> };

/** Seats below which a load counts as if there were so many. */
const LEAST_SEATS = 50;
const WEIGHTS = { critical: 8, high: 4, normal: 1 } as const;
/** Shares that rise with each of the next: what one of them is called. */
const NEXT: Readonly<Record<string, [verb: string, thing: string, rest: string]>> = {
  meeting_attendance: ["attend", "meeting", ""],
  on_time_payment: ["pay", "invoice", " on time"],
};

/** A step in words: what it takes in the account's own units where they are known, and the reading from where to where. */
export function reachWords(compiled: CompiledDefinition, step: ReachStep, facts: ReachFacts): string {
  if (step.kind === "answer") {
    if (step.question === null) return "answer the scorecard again as it stands";
    const asked = step.question === "outcome" ? "outcome narrative" : step.question;
    return `the scorecard’s ${asked} from ${plain(step.from)} to ${plain(step.to)}`;
  }
  const { name = nameOf(step.key) } = compiled.definition.measures[step.column] ?? {};
  const way = `${name.toLowerCase()} from ${valueText(compiled, step, step.from)} to ${valueText(compiled, step, step.to)}`;
  const effort = effortOf(step, facts);
  return effort ? `${effort} (${way})` : way;
}

function effortOf(
  { key, from, to }: Extract<ReachStep, { kind: "reading" }>,
  { seats, counts }: ReachFacts,
): string | null {
  const count = counts[key];
  if (key === "licence_utilisation" && seats)
    return `${some(Math.ceil(((to - from) / 100) * seats - 1e-9), "more active user")} of ${some(seats, "seat")}`;
  if (key === "severity_load" && seats !== null && to < from)
    return ticketsText(((from - to) / 100) * Math.max(seats, LEAST_SEATS));
  if (key === "milestones_met" && count)
    return `meet ${Math.ceil((to / 100) * count.whole - count.part - 1e-9)} more of the ${some(count.whole, "milestone")} due`;
  const next = NEXT[key];
  if (!next || !count || to >= 100) return null;
  const [verb, thing, rest] = next;
  const many = Math.ceil(((to / 100) * count.whole - count.part) / (1 - to / 100) - 1e-9);
  return `${verb} the next ${many === 1 ? thing : `${many} ${thing}s`}${rest}`;
}

function ticketsText(load: number): string {
  if (load <= WEIGHTS.normal + 1e-9) return "close 1 normal ticket";
  const high = Math.ceil(load / WEIGHTS.high - 1e-9);
  const critical = Math.ceil(load / WEIGHTS.critical - 1e-9);
  return `close ${some(high, "high ticket")}${high > 1 ? ` or ${critical} critical` : ""}`;
}

function valueText(
  compiled: CompiledDefinition,
  { key, column }: { key: string; column: number },
  value: number,
): string {
  const decoded = decodeReading(compiled, column, value);
  if (typeof decoded === "string") return plain(decoded);
  return isMeasure(key) ? readingText(measureOf(key), value) : String(Math.round(value * 10) / 10);
}

function nameOf(key: string): string {
  return isMeasure(key) ? measureOf(key).name : plain(key);
}

function plain(text: string): string {
  return text.replaceAll("_", " ");
}

/** "1 seat", "40 seats". */
function some(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}
