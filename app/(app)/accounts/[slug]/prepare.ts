import type { ChangePartRow } from "@/components/account/change-since";
import type { Series } from "@/components/account/signal-charts";
import type { OpenDivergence } from "@/db/queries/find-open-divergence";
import type { AccountHealth } from "@/db/queries/get-decomposition";
import type { HealthPoint } from "@/db/queries/list-health-history";
import type { SignalWeek } from "@/db/queries/list-signal-series";
import { type Day, daysBetween } from "@/lib/core/calendar";
import type { Change, ChangeKind } from "@/lib/core/health/explain";
import { whyRows } from "@/lib/core/health/why";
import { dayText, untilText } from "@/lib/format";

const KINDS: Record<ChangeKind, string> = {
  missing: "Data went missing",
  back: "Data came back",
  data: "",
  model: "New model version",
  clamp: "Held to 0–100",
  overlay: "What people say",
  guardrails: "Guardrails",
};

/** The parts of a change as rows: the measure and its reading then and now, largest first. */
export function changeRows(change: Change, then: AccountHealth, now: AccountHealth): ChangePartRow[] {
  const readings = (side: AccountHealth) =>
    new Map(
      whyRows(side.scored, side.definition, { asOf: side.asOf, feeds: [], daysAsCustomer: null }).map((row) => [
        row.key,
        row,
      ]),
    );
  const [before, after] = [readings(then), readings(now)];
  return change.parts
    .filter(({ shown }) => shown !== 0)
    .map(({ kind, key, shown }) => {
      const name = key === null ? KINDS[kind] : (after.get(key)?.name ?? before.get(key)?.name ?? key);
      const value =
        key === null
          ? ""
          : `${before.get(key)?.reading ?? "not in the model"} → ${after.get(key)?.reading ?? "not in the model"}`;
      return {
        key: `${kind}:${key ?? ""}`,
        name: key !== null && KINDS[kind] ? `${KINDS[kind]}: ${name}` : name,
        value,
        points: shown,
      };
    })
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

/** Who owes a settlement, until when, or how it was settled. */
export function owedText(
  { settledOn, settledBy, resolution, note, owner, ownerRole, openedOn, dueOn }: OpenDivergence,
  today: Day,
): string {
  if (settledOn) {
    const how = resolution?.replaceAll("_", " ") ?? "settled";
    return `Settled ${dayText(settledOn)} by ${settledBy ?? "the manager"}: ${how}.${note ? ` “${note}”` : ""}`;
  }
  const late = dueOn < today ? `overdue since ${dayText(dueOn)}` : `due ${dayText(dueOn)} (${untilText(today, dueOn)})`;
  return `Open for ${daysBetween(openedOn, today)} days. ${owner ?? ownerRole.toUpperCase()} settles it, ${late}.`;
}

/** What the trend shows, in one sentence. */
export function trendFinding(history: readonly HealthPoint[]): string {
  const scored = history.filter(({ health, healthTone }) => health !== null && healthTone !== null);
  const [first, last] = [scored[0], scored.at(-1)];
  if (!first || !last || first === last) return "Health over time";
  const changes = scored.filter((point, i) => i > 0 && point.healthTone !== scored[i - 1]?.healthTone).length;
  const moved = `Health ${Math.floor(first.health ?? 0)} → ${Math.floor(last.health ?? 0)} since ${dayText(first.day)}`;
  return `${moved}, ${changes === 0 ? "always in one band" : `${changes} changes of band`}`;
}

/** The raw signals of the small charts. */
export function seriesOf(weeks: readonly SignalWeek[]): Series[] {
  const series = (key: keyof SignalWeek, name: string, unit = ""): Series => ({
    key,
    name,
    unit,
    values: weeks.map((week) => week[key] as number | null),
  });
  return [
    series("activeUsers", "Daily active users"),
    series("seats", "Seats"),
    series("events", "Events a day"),
    series("features", "Features used a day"),
    series("ticketsOpened", "Tickets opened a week"),
    series("openSeverity", "Open severity load"),
    series("touches", "Two-way touches a week"),
    series("meetingsAttended", "Meetings attended a week"),
    series("overdueDays", "Days overdue", " d"),
    series("champions", "Champions"),
    series("milestonesMet", "Milestones met"),
  ];
}
