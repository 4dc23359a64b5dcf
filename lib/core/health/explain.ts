import { type Card, healthOf } from "@/lib/core/scorecard/overlay";
import type { CompiledDefinition } from "./compile-definition";
import type { Definition } from "./model";
import { shownInteger } from "./rounding";
import { compiledOf, decodeReading, encodeReadings, type Reading, scoreEncoded } from "./score";

/** An account on one date: the definition it was scored by, its encoded readings in column order, its card. */
export type AccountThen = {
  definition: Definition | CompiledDefinition;
  readings: Float64Array;
  card: Card | null;
};

export type ChangeKind = "missing" | "back" | "data" | "model" | "clamp" | "overlay" | "guardrails";
/** One part of a change; `key` names the measure of those that have one. */
export type ChangePart = { kind: ChangeKind; key: string | null; part: number; shown: number };
export type Change = { change: number; shownChange: number; parts: ChangePart[] };

type Part = Omit<ChangePart, "shown">;

/** Smaller parts are noise of the arithmetic. */
const NOTHING = 1e-12;

/** What changed the health of an account between two dates, split in this order: measures that went missing or came back;
 * each measure's data; the model; the clamp; the overlay; guardrails. One ingredient at a time is switched from then to now,
 * the first two measure by measure in key order; each part is the difference it makes to the sum, and what clamp, overlay and
 * guardrails add is compared then and now, so the parts sum to the change. Shown parts are integers that sum to the
 * difference of the two shown numbers (largest remainder). Null where either date has no band. Source: PRODUCT, runs. */
export function explainChange(then: AccountThen, now: AccountThen): Change | null {
  const before = stateOf(then);
  const after = stateOf(now);
  if (before.health.band === null || after.health.band === null) return null;
  const [from, to] = [before.health.score as number, after.health.score as number];
  const parts = [...readingParts(before, after), ...laterParts(before, after)];
  const explained = parts.reduce((sum, { part }) => sum + part, 0);
  const guardrails = parts.findIndex((part) => part.kind === "guardrails");
  parts.splice(guardrails, 0, { kind: "overlay", key: null, part: to - from - explained });
  const shownChange = shownInteger(to) - shownInteger(from);
  return { change: to - from, shownChange, parts: withShown(parts.filter(isSomething), shownChange) };
}

/** What measures that move by date alone did to a change: it counts in no trend, shift or trigger. */
export function calendarPart(change: Change, definition: Definition): number {
  const keys = new Set(definition.measures.filter((measure) => measure.calendar).map((measure) => measure.key));
  return change.parts.reduce((sum, { key, part }) => (key !== null && keys.has(key) ? sum + part : sum), 0);
}

function isSomething({ part }: Part): boolean {
  return Math.abs(part) > NOTHING;
}

type State = ReturnType<typeof stateOf>;

function stateOf({ definition, readings, card }: AccountThen) {
  const compiled = compiledOf(definition);
  const scored = scoreEncoded(compiled, readings);
  const byKey = new Map<string, Reading>(
    compiled.keys.map((key, column) => [key, decodeReading(compiled, column, readings[column] as number)]),
  );
  return { compiled, scored, health: healthOf(compiled, scored, card), readings: byKey };
}

/** Parts of readings and of the model, each a step of the sum before the clamp. A step to where nothing counts is carried on
 * to the next. */
function readingParts(before: State, after: State): Part[] {
  const mixed = new Map(before.readings);
  let raw = before.scored.raw;
  const stepTo = (next: number | null): number => {
    const part = next === null || raw === null ? 0 : next - raw;
    raw = next ?? raw;
    return part;
  };
  const switchTo = (kind: ChangeKind, key: string): Part => {
    mixed.set(key, after.readings.get(key) ?? null);
    return { kind, key, part: stepTo(rawOf(before.compiled, mixed)) };
  };
  const shared = before.compiled.order
    .map((i) => before.compiled.keys[i] as string)
    .filter((key) => after.readings.has(key) && isKnown(before.compiled, key, after.readings.get(key) ?? null));
  const isPresent = (state: State, key: string) => typeof state.readings.get(key) !== "object";
  const turned = shared.filter((key) => isPresent(before, key) !== isPresent(after, key));
  const stayed = shared.filter((key) => isPresent(before, key) === isPresent(after, key));
  return [
    ...turned.map((key) => switchTo(isPresent(after, key) ? "back" : "missing", key)),
    ...stayed.map((key) => switchTo("data", key)),
    { kind: "model", key: null, part: stepTo(after.scored.raw) },
  ];
}

function laterParts(before: State, after: State): Part[] {
  const clampOf = ({ scored }: State) => (scored.exact ?? 0) - (scored.raw ?? 0);
  const guardOf = ({ health }: State) => (health.score as number) - (health.overlaid as number);
  return [
    { kind: "clamp", key: null, part: clampOf(after) - clampOf(before) },
    { kind: "guardrails", key: null, part: guardOf(after) - guardOf(before) },
  ];
}

function rawOf(compiled: CompiledDefinition, readings: ReadonlyMap<string, Reading>): number | null {
  return scoreEncoded(compiled, encodeReadings(compiled, Object.fromEntries(readings))).raw;
}

/** Whether a definition can take a reading: a later model may know levels, or make levels of numbers, that it does not. */
function isKnown(compiled: CompiledDefinition, key: string, reading: Reading): boolean {
  const levels = compiled.measures[compiled.keys.indexOf(key)]?.scoring.levels ?? null;
  if (reading === null || typeof reading === "object") return true;
  return typeof reading === "string" ? (levels?.includes(reading) ?? false) : levels === null;
}

/** Integers that sum to the total: each part's floor, and one more for those with the largest remainders. */
function withShown(parts: Part[], total: number): ChangePart[] {
  const exact = parts.map(({ part }) => Math.round(part * 1e6) / 1e6);
  const shown = exact.map(Math.floor);
  const byRemainder = parts
    .map((_, i) => i)
    .sort(
      (a, b) => (exact[b] as number) - (shown[b] as number) - ((exact[a] as number) - (shown[a] as number)) || a - b,
    );
  const short = total - shown.reduce((sum, value) => sum + value, 0);
  for (let i = 0; i < Math.abs(short) && parts.length > 0; i++) {
    const at = short > 0 ? i % parts.length : parts.length - 1 - (i % parts.length);
    (shown[byRemainder[at] as number] as number) += Math.sign(short);
  }
  return parts.map((part, i) => ({ ...part, shown: shown[i] as number }));
}
