import type { Day } from "@/lib/core/calendar";
import { countText, dayText } from "@/lib/format";

interface Outcome {
  achievedOn: Day | null;
  shared: boolean;
}
interface Support {
  opened: number;
  closed: number;
  open: number;
  medianHours: number | null;
  csat: number | null;
  rated: number;
}

/** "5 of 7 agreed results reached; 3 of them presented in your company." */
export function outcomeFinding(outcomes: readonly Outcome[]): string {
  if (outcomes.length === 0) return "No result was agreed for this time. Let us agree on one.";
  const reached = outcomes.filter(({ achievedOn }) => achievedOn !== null);
  const shared = reached.filter((outcome) => outcome.shared).length;
  const inside = shared > 0 ? `; ${shared} of them presented in your company` : "";
  return `${reached.length} of ${outcomes.length} agreed ${outcomes.length === 1 ? "result" : "results"} reached${inside}.`;
}

/** "On an average day this month 42 people use it, of 60 seats. 4 of 5 modules were used in the last 90 days." */
export function useFinding(
  use: readonly { users: number | null }[],
  seats: number | null,
  modules: readonly { isUsed: boolean }[],
): string {
  const users = use.findLast((month) => month.users !== null)?.users ?? null;
  const people =
    users === null
      ? "There are no figures of use for this time."
      : `On an average day ${countText(Math.round(users))} people use it${seats === null ? "" : `, of ${countText(seats)} seats`}.`;
  if (modules.length === 0) return people;
  return `${people} ${modules.filter(({ isUsed }) => isUsed).length} of ${modules.length} modules were used in the last 90 days.`;
}

/** "31 requests opened, 29 solved, half of them within 9 hours; 2 are open. You rated 12 answers 4.4 of 5." */
export function supportFinding({ opened, closed, open, medianHours, csat, rated }: Support): string {
  const requests = `${countText(opened)} ${opened === 1 ? "request" : "requests"} opened, ${countText(closed)} solved`;
  const time = medianHours === null ? "" : `, half of them within ${timeText(medianHours)}`;
  const rating =
    csat === null || rated === 0
      ? ""
      : ` You rated ${countText(rated)} ${rated === 1 ? "answer" : "answers"} ${csat.toFixed(1)} of 5.`;
  return `${requests}${time}; ${open === 0 ? "none" : countText(open)} ${open === 1 ? "is" : "are"} open.${rating}`;
}

/** "8 agreed results not reached yet, 26 support requests open, the first 8 of them below." */
export function openFinding(
  outcomes: readonly Outcome[],
  steps: readonly unknown[],
  { open, listed }: { open: number; listed: number },
): string {
  const ahead = outcomes.filter(({ achievedOn }) => achievedOn === null).length;
  if (ahead + steps.length + open === 0) return "Nothing is open between us.";
  const parts = [
    ahead > 0 && `${ahead} agreed ${ahead === 1 ? "result" : "results"} not reached yet`,
    steps.length > 0 && `${steps.length} ${steps.length === 1 ? "step" : "steps"} of the start ahead or due`,
    open > 0 && `${countText(open)} support ${open === 1 ? "request" : "requests"} open`,
    open > listed && `the first ${listed} of them below`,
  ].filter(Boolean);
  return `${parts.join(", ")}.`;
}

/** "reached 4 Nov 2026"; "planned for 14 Jan 2027"; one whose day has passed says so. */
export function outcomeState({ targetOn, achievedOn }: { targetOn: Day; achievedOn: Day | null }, today: Day): string {
  if (achievedOn) return `reached ${dayText(achievedOn)}`;
  return targetOn < today ? "not reached yet" : "ahead";
}

function timeText(hours: number): string {
  if (hours < 48) return `${Math.max(1, Math.round(hours))} ${Math.round(hours) <= 1 ? "hour" : "hours"}`;
  return `${Math.round(hours / 24)} days`;
}
