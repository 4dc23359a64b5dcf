import { addDays, type Day, daysBetween } from "@/lib/core/calendar";
import type { Tone } from "@/lib/core/health/bands";
import type { BandDay } from "@/lib/core/playbook/band-day";
import type { ClockFacts } from "@/lib/core/playbook/clock";

/** A second reading of the rules of the clocks, written from their text as somebody would live through them: it walks one day after
 * another, knows nothing of tomorrow, and writes down what fires. It shares no code with the core but the calendar. */
export type Fired = { what: string; on: Day; due: Day };

type Turn = { rule: string; start: number; due: number | "counted"; days: number; fired: boolean; over: boolean };
type Stay = { tone: Tone; start: number; leftOn: number | null; turns: Turn[]; entry: Base; upSince: number | null };
type Base = { health: number | null; band: number | null };
type Run = { index: number; tone: Tone; row: BandDay; by: string };

const RULES: Record<Tone, Record<string, { days: number; role: "csm" | "manager"; acts?: string[] }>> = {
  green: {
    check_in: { days: 30, role: "csm", acts: ["check_in", "quarterly_review", "review"] },
    quarterly_review: { days: 90, role: "csm", acts: ["quarterly_review"] },
    expansion_scan: { days: 90, role: "csm", acts: ["expansion_scan"] },
    audit: { days: 365, role: "csm", acts: ["audit"] },
  },
  yellow: {
    plan: { days: 7, role: "csm" },
    review: { days: 14, role: "csm", acts: ["review", "war_room"] },
    improvement: { days: 60, role: "manager" },
  },
  red: {
    plan: { days: 7, role: "csm" },
    war_room: { days: 7, role: "csm", acts: ["war_room", "review"] },
    decision: { days: 90, role: "manager" },
    six_months: { days: 180, role: "manager" },
  },
};
const RANK = { red: 0, yellow: 1, green: 2 };

export function liveThrough(rows: readonly BandDay[], facts: ClockFacts, goLive: Day, today: Day): Fired[] {
  const length = daysBetween(goLive, today) + 1;
  const dates = Array.from({ length: length + 400 }, (_, index) => addDays(goLive, index));
  const dayAt = (index: number) => dates[index] as Day;
  const at = (day: Day) => daysBetween(goLive, day);
  const rowAt = new Map(rows.map((row) => [at(row.day), row]));
  const gone = facts.leftBookOn === null ? Number.POSITIVE_INFINITY : at(facts.leftBookOn);
  /** What each day was to the clocks, and how many counted days there were up to it. */
  const mood: string[] = [];
  const counted: number[] = [];
  const sinceCounted = (from: number, to: number) => (counted[to] as number) - (counted[from] as number);
  const fired: Fired[] = [];
  const snapshots = new Map<number, Turn[]>();
  let [stay, red] = [null as Stay | null, null as Stay | null];
  let runs: Run[] = [];
  let lastRun: Run | null = null;
  let resting = false;
  let isUp = false;
  let ups: { on: number; ok: boolean }[] = [];
  const shifts: { index: number; points: number; bands: number }[] = [];
  let lastShown: BandDay | null = null;

  const moved = (base: Base, since: number, until: number) => {
    let { health, band } = base;
    for (const shift of shifts) {
      if (shift.index <= since || shift.index > until) continue;
      if (health !== null) health += shift.points;
      if (band !== null) band += shift.bands;
    }
    return { health, band };
  };
  const better = (run: Run, start: number, tone: Tone, base: Base) => {
    const then = moved(base, start, run.index);
    const health = run.row.health;
    if (health !== null && then.health !== null && Math.round((health - then.health) * 1e6) / 1e6 >= 5) return true;
    if (run.row.band != null && then.band !== null && run.row.band < then.band) return true;
    return RANK[run.tone] > RANK[tone];
  };
  const dueOf = (turn: Turn, now: number): number => {
    if (turn.due !== "counted") return turn.due;
    return dayCounted(turn.start, turn.days, now);
  };
  /** The day on which so many counted days are full; days ahead are taken to count. */
  const dayCounted = (start: number, days: number, now: number): number => {
    for (let [day, full] = [start, 0]; ; ) {
      if (full === days) return day;
      day++;
      if (day > now || !["no_data", "rescored"].includes(mood[day] as string)) full++;
    }
  };
  const coveredOn = (tone: Tone, day: number) =>
    facts.plans.some(
      (plan) =>
        (tone === "yellow" || plan.kind === "recovery") &&
        plan.completeOn !== null &&
        plan.openedOn <= dayAt(day) &&
        plan.completeOn <= dayAt(day) &&
        (plan.closedOn === null || plan.closedOn > dayAt(day)),
    );
  const open = (rule: string, start: number, days: number): Turn => ({
    ...{ rule, start, days, due: "counted", fired: false, over: false },
  });

  /** What one day does to the clocks of a stay: first a new owner, then what is late, then what people did. */
  const live = (of: Stay, day: number) => {
    for (const [rule, { days, role, acts }] of Object.entries(RULES[of.tone])) {
      const isFlag = rule === "six_months" || rule === "audit";
      const turn = of.turns.findLast((other) => other.rule === rule && !other.over);
      if (turn) {
        const handed = facts.ownerChanges.some((change) => change.role === role && change.day === dayAt(day));
        if (handed && !isFlag && day > turn.start) {
          const fresh = dayCounted(day, Math.min(turn.days, 14), day);
          if (fresh > dueOf(turn, day)) {
            turn.over = true;
            of.turns.push(open(rule, day, Math.min(turn.days, 14)));
          }
        }
      }
      const current = of.turns.findLast((other) => other.rule === rule && !other.over);
      const isIn = mood[day] === of.tone;
      if (current && isIn && !current.fired && !(rule === "improvement" && isUp)) {
        const full = current.due === "counted" ? sinceCounted(current.start, day) : day - current.due;
        const asked = current.due === "counted" ? current.days : 0;
        if (isFlag ? full >= asked : full > asked) {
          const due = dueOf(current, day);
          current.fired = true;
          fired.push({ what: `${of.tone}.${rule}`, on: dayAt(day), due: dayAt(due) });
        }
      }
      if (acts && facts.acts.some((act) => act.day === dayAt(day) && acts.includes(act.kind))) {
        for (const other of of.turns) if (other.rule === rule) other.over = true;
        of.turns.push(open(rule, day, days));
      }
      if (rule === "plan") {
        const covered = coveredOn(of.tone, day);
        if (covered) for (const other of of.turns) if (other.rule === rule) other.over = true;
        if (!covered && !of.turns.some((other) => other.rule === rule && !other.over))
          of.turns.push(open(rule, day, days));
      }
      if (rule === "decision") {
        for (const decision of facts.decisions.filter((made) => made.day === dayAt(day))) {
          for (const other of of.turns) if (other.rule === rule) other.over = true;
          if (decision.choice === "accept") continue;
          const date = Math.min(decision.newDate === null ? day + 90 : at(decision.newDate), day + 90);
          of.turns.push({ ...open(rule, day, 90), due: date });
        }
      }
    }
  };

  const enter = (run: Run, left: number | null, now: number) => {
    if (stay) stay.leftOn = left;
    if (run.tone === "red" && red && red.leftOn !== null && sinceCounted(red.leftOn, run.index) < 14) {
      const from = red.leftOn;
      red.leftOn = null;
      red.turns = (snapshots.get(from - 1) ?? freshTurns("red", red.start)).map((turn) => ({ ...turn }));
      for (const turn of red.turns)
        turn.fired = fired.some(({ what, due }) => what === `red.${turn.rule}` && due === dayAt(dueOf(turn, now)));
      stay = red;
      for (let day = from; day < now; day++) live(stay, day);
    } else {
      const entry = { health: run.row.health, band: run.row.band ?? null };
      stay = {
        tone: run.tone,
        start: run.index,
        leftOn: null,
        turns: freshTurns(run.tone, run.index),
        entry,
        upSince: null,
      };
      if (run.tone === "red") red = stay;
      ups = runs
        .filter((other) => other.index > run.index)
        .map((other) => ({
          ...{ on: other.index, ok: better(other, run.index, run.tone, entry) },
        }));
      for (let day = run.index; day < now; day++) live(stay, day);
    }
    runs = [];
  };
  const freshTurns = (tone: Tone, start: number) =>
    Object.entries(RULES[tone]).map(([rule, { days }]) => open(rule, start, days));

  for (let day = 0; day < Math.min(length, gone); day++) {
    const row = rowAt.get(day);
    const before = mood[day - 1];
    mood[day] = before ?? "nothing";
    counted[day] = (counted[day - 1] ?? 0) + (before === "no_data" || before === "rescored" ? 0 : 1);
    if (row?.published) {
      const tone = row.liftUnreviewed && row.measuredTone !== undefined ? row.measuredTone : row.tone;
      if (tone === null) mood[day] = "no_data";
      else {
        const run: Run = { index: day, tone, row, by: row.by };
        const isAlone = row.by === "model" || row.by === "calendar";
        if (isAlone && lastShown?.health != null && row.health !== null)
          shifts.push({
            ...{ index: day, points: row.health - lastShown.health },
            bands: row.band != null && lastShown.band != null ? row.band - lastShown.band : 0,
          });
        const isMoved = lastRun?.tone !== tone;
        const byPeople =
          isMoved &&
          !isAlone &&
          (row.by !== "data" || (lastRun?.row.liftUnreviewed ?? false) !== (row.liftUnreviewed ?? false));
        const wasResting = resting;
        if (isMoved) resting = isAlone && stay !== null;
        const accepted = wasResting && row.rescoringAccepted === true && (resting || !isMoved);
        if (accepted || tone === stay?.tone) resting = false;
        mood[day] = resting ? "rescored" : "between";
        counted[day] = (counted[day - 1] ?? 0) + (resting ? 0 : 1);
        const then = stay;
        if (tone === stay?.tone || resting) runs = [];
        else {
          runs.push(run);
          const three = runs.slice(-3);
          const same = three.length === 3 && three.every((other) => other.tone === tone);
          const left = runs[0]?.index ?? null;
          if (byPeople || accepted) enter(run, left, day);
          else if (same) enter(three[0] as Run, left, day);
          else if (runs.length >= 3 && stay) {
            stay.leftOn = left;
            stay = null;
          }
        }
        if (stay && stay.tone === tone && !resting) mood[day] = tone;
        if (stay && stay === then && !resting)
          ups.push({ on: day, ok: better(run, stay.start, stay.tone, stay.entry) });
        const last = ups.findLastIndex(({ ok }) => !ok);
        const streak = ups.slice(last + 1);
        isUp = stay !== null && streak.length > 0;
        if (stay && streak.length >= 3 && (stay as Stay).upSince === null) {
          (stay as Stay).upSince = streak[0]?.on ?? null;
          for (const turn of (stay as Stay).turns) if (turn.rule === "improvement") turn.over = true;
        }
        lastRun = run;
        lastShown = {
          ...row,
          health: row.health ?? (lastShown as BandDay | null)?.health ?? null,
          band: row.band ?? (lastShown as BandDay | null)?.band ?? null,
        };
      }
    }
    if (mood[day] === "no_data" && row?.published) counted[day] = counted[day - 1] ?? 0;
    if (stay) live(stay, day);
    if (stay?.tone === "red")
      snapshots.set(
        day,
        (stay as Stay).turns.map((turn) => ({ ...turn })),
      );
  }
  return fired;
}
