import type { Day } from "@/lib/core/calendar";

export type Named = { name: string; on: Day };

/** What the signals of an account say since a day, for a call. */
export type BriefSignals = {
  tickets: {
    opened: number;
    closed: number;
    open: number;
    severe: number;
    escalated: number;
    oldestSevereOn: Day | null;
  };
  /** Mean daily active users of the 28 days up to then and up to now; null where fewer than half the days had data. */
  usersThen: number | null;
  usersNow: number | null;
  seatsThen: number | null;
  seatsNow: number | null;
  left: (Named & { role: string })[];
  came: (Named & { role: string })[];
  paid: number;
  overdue: { dueOn: Day; amountCents: number; currency: string }[];
  achieved: Named[];
  missed: Named[];
  nextMilestone: Named | null;
  surveys: { kind: string; score: number; role: string | null; on: Day }[];
  events: { kind: string; note: string | null; on: Day }[];
  touches: number;
};
