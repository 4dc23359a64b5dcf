import { addDays, type Day, daysBetween } from "@/lib/core/calendar";
import type { BandDay } from "@/lib/core/playbook/band-day";

/** A second reading of when playbooks open and close, written from the text of the rules: it walks one day after another and keeps
 * a diary. It shares no code with the core but the calendar. */
export type Kept = { band: string; on: Day; by: string; health: number | null; off: Day | null };

type Seen = { day: Day; tone: string; key: string; by: string; health: number | null };
type Stay = { tone: string; pages: Kept[]; other: Seen[] };

export function keptDiary(rows: readonly BandDay[], goLive: Day): Kept[] {
  const diary: Stay[] = [];
  const byModel: Kept[] = [];
  const mood = new Map<Day, string>();
  let [now, resting, lastTone, lastLift] = [null as Stay | null, false, "", false];
  let away: Seen[] = [];

  const turnPage = (stay: Stay, seen: Seen) => {
    const page = stay.pages.at(-1) as Kept;
    if (page.band === seen.key) stay.other = [];
    if (page.band === seen.key || seen.by === "calendar") return;
    if (stay.other.at(-1)?.key !== seen.key) stay.other = [];
    stay.other.push(seen);
    const first = stay.other[0] as Seen;
    if (first.by === "data" && stay.other.length < 3) return;
    page.off = first.day;
    stay.pages.push(pageOf(first));
    stay.other = [];
  };
  const shut = (stay: Stay, day: Day) => {
    (stay.pages.at(-1) as Kept).off = day;
  };
  const countedBetween = (from: Day, to: Day) => {
    let days = 0;
    for (let i = 1; i <= daysBetween(from, to); i++)
      if (!["dark", "model"].includes(moodOn(mood, addDays(from, i)))) days++;
    return days;
  };

  for (const row of rows) {
    if (!row.published || row.day < goLive) continue;
    const isLift = row.liftUnreviewed === true;
    const tone = isLift ? (row.measuredTone ?? null) : row.tone;
    if (tone === null) {
      mood.set(row.day, "dark");
      continue;
    }
    const seen: Seen = { day: row.day, tone, key: row.key as string, by: row.by, health: row.health };
    const unearned = row.by === "model" || row.by === "calendar";
    const atOnce = tone !== lastTone && !unearned && (row.by !== "data" || isLift !== lastLift);
    const accepted = resting && row.rescoringAccepted === true;
    if (tone !== lastTone) resting = unearned && now !== null;
    if (accepted || tone === now?.tone) resting = false;
    mood.set(row.day, resting ? "model" : "in");
    const open = byModel.find(({ off }) => off === null);
    if (open && (!resting || open.band !== seen.key)) open.off = row.day;
    if (resting && open?.band !== seen.key) byModel.push({ ...pageOf(seen), by: "model" });
    if (resting) away = [];
    else if (tone === now?.tone) {
      away = [];
      turnPage(now, seen);
    } else {
      away.push(seen);
      const tail = away.slice(away.findLastIndex((other) => other.tone !== tone) + 1);
      const held = atOnce || accepted || tail.length >= 3;
      if (now && (held || away.length >= 3)) {
        shut(now, (away[0] as Seen).day);
        now = null;
      }
      if (held) {
        const first = tail[0] as Seen;
        const red = tone === "red" ? diary.findLast((stay) => stay.tone === "red") : undefined;
        const last = red?.pages.at(-1);
        if (red && last?.off && countedBetween(last.off, first.day) < 14) {
          last.off = null;
          now = red;
        } else {
          now = { tone, pages: [pageOf(first)], other: [] };
          for (const other of tail.slice(1)) turnPage(now, other);
          diary.push(now);
        }
        away = [];
      }
    }
    [lastTone, lastLift] = [tone, isLift];
  }
  return [...diary.flatMap(({ pages }) => pages), ...byModel];
}

/** How a day stood; one without a run as the one before it. */
function moodOn(mood: ReadonlyMap<Day, string>, day: Day): string {
  for (let at = day; ; at = addDays(at, -1)) {
    const found = mood.get(at);
    if (found) return found;
  }
}

function pageOf({ key, day, by, health }: Seen): Kept {
  return { band: key, on: day, by: by === "calendar" ? "data" : by, health, off: null };
}
