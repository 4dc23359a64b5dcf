import { type Day, dayOf } from "@/lib/core/calendar";
import { shownInteger } from "@/lib/core/health/rounding";
import type { BandState } from "./band-state";
import type { BandStay } from "./band-stays";
import { count } from "./date-words";

export type OpenedBy = "data" | "scorecard" | "guardrail" | "model";

/** A playbook that a band opened for an account, and what came of it once the band was left. */
export type Opening = {
  band: string;
  openedOn: Day;
  openedBy: OpenedBy;
  healthThen: number | null;
  closedOn: Day | null;
  /** Such as "Left for yellow after 45 days, health 38 → 61"; null while it is open. */
  result: string | null;
};

/** Every playbook that an account's history opened since go-live, in order of days. A band opens its playbook once it held, as
 * clocks do, and counts from the first of those days; leaving it closes the playbook with its result; red that comes back in
 * less than 14 days goes on. A band that a new model alone made is listed as opened by the model; no clock runs on it, and what
 * was open before it stays open. Source: PRODUCT, playbooks.
 * @example openingsOf({ spells: [], rescored: [] }) // → [] */
export function openingsOf({ spells, rescored }: Pick<BandState, "spells" | "rescored">): Opening[] {
  return [...spells.flatMap(({ bands }) => bands), ...rescored]
    .map(openingOf)
    .sort((a, b) => (a.openedOn < b.openedOn ? -1 : a.openedOn > b.openedOn ? 1 : 0));
}

function openingOf(stay: BandStay): Opening {
  return {
    band: stay.band,
    openedOn: dayOf(stay.from),
    openedBy: stay.by === "calendar" ? "data" : stay.by,
    healthThen: stay.health,
    closedOn: stay.left === null ? null : dayOf(stay.left),
    result: stay.left === null ? null : resultOf(stay, stay.left),
  };
}

function resultOf({ from, health, leftHealth, leftFor }: BandStay, left: number): string {
  const days = `after ${count(left - from)}`;
  const where = leftFor === null ? `Left ${days}` : `Left for ${leftFor.replaceAll("_", " ")} ${days}`;
  if (health === null || leftHealth === null) return where;
  return `${where}, health ${shownInteger(health)} → ${shownInteger(leftHealth)}`;
}
