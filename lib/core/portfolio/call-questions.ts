import { type Day, daysBetween } from "@/lib/core/calendar";
import type { Answers } from "@/lib/core/scorecard/answers";

/** What is known of an account before a call, as far as it gives something to ask. */
export type CallFacts = {
  answers: Partial<Answers>;
  /** Champions, sponsors and budget owners who left since. */
  keyLeft: readonly string[];
  severeTickets: number;
  usersThen: number | null;
  usersNow: number | null;
  overdueSince: Day | null;
  missed: { name: string; on: Day } | null;
  decideBy: Day | null;
};
export type CallQuestion = { question: string; because: string };

const MOST = 3;
const DECIDES_SOON_DAYS = 120;
const USE_FELL = 0.1;

/** Up to three questions for a call, each with the fact that asks it, the heaviest first: who left or is missing, what is broken,
 * what is owed, what fell, what was promised, what is to be decided. Nothing is asked without a fact.
 * @example callQuestions({ answers: { champion: "missing" }, keyLeft: [], severeTickets: 0, usersThen: 10, usersNow: 10, overdueSince: null, missed: null, decideBy: null }, "2026-11-30") // → [{ question: "Who argues for us inside now?", because: "champion: missing" }]
 * @example callQuestions({ answers: {}, keyLeft: [], severeTickets: 0, usersThen: null, usersNow: null, overdueSince: null, missed: null, decideBy: null }, "2026-11-30") // → [] */
export function callQuestions(facts: CallFacts, today: Day): CallQuestion[] {
  return [
    left(facts),
    severe(facts),
    overdue(facts, today),
    fell(facts),
    executive(facts),
    missed(facts),
    decides(facts, today),
    outcome(facts),
  ]
    .filter((question) => question !== null)
    .slice(0, MOST);
}

type Asked = CallQuestion | null;

function left({ keyLeft, answers: { champion } }: CallFacts): Asked {
  const [name] = keyLeft;
  if (name) return { question: `Who takes over from ${name}, and can we meet them?`, because: `${name} left` };
  if (champion !== "missing" && champion !== "at_risk") return null;
  return { question: "Who argues for us inside now?", because: `champion: ${champion.replace("_", " ")}` };
}

function severe({ severeTickets: n }: CallFacts): Asked {
  if (n === 0) return null;
  const what = `${n} critical or high ${n === 1 ? "ticket" : "tickets"} open`;
  return { question: "What do the open tickets stop you from doing?", because: what };
}

function overdue({ overdueSince }: CallFacts, today: Day): Asked {
  if (!overdueSince) return null;
  const days = daysBetween(overdueSince, today);
  return { question: "Is anything in the way of the open invoice?", because: `unpaid ${days} d after it was due` };
}

function fell({ usersThen, usersNow }: CallFacts): Asked {
  if (!usersThen || usersNow === null || usersNow > usersThen * (1 - USE_FELL)) return null;
  const because = `active users a day ${Math.round(usersThen)} → ${Math.round(usersNow)}`;
  return { question: "What changed in how your teams work?", because };
}

function executive({ answers: { executive: answer } }: CallFacts): Asked {
  if (answer !== "none" && answer !== "lapsed") return null;
  return { question: "When can we meet whoever owns the budget?", because: `executive: ${answer}` };
}

function missed({ missed: milestone }: CallFacts): Asked {
  if (!milestone) return null;
  return {
    question: `What stands between you and “${milestone.name}”?`,
    because: `planned for ${milestone.on}, not reached`,
  };
}

function decides({ decideBy }: CallFacts, today: Day): Asked {
  if (!decideBy || decideBy < today || daysBetween(today, decideBy) > DECIDES_SOON_DAYS) return null;
  const because = `decides in ${daysBetween(today, decideBy)} d`;
  return { question: `What must be true for you to renew by ${decideBy}?`, because };
}

function outcome({ answers: { outcome: answer } }: CallFacts): Asked {
  if (answer !== "missing" && answer !== "in_development") return null;
  const because = `outcome: ${answer.replace("_", " ")}`;
  return { question: "Which result, in a number, would you show your management?", because };
}
