/** Days that the lists count by: 4 quarters are 365, 6 months 180. */
export const LIST_DAYS = {
  ...{ audit: 365, red: 180, fall: 30, ahead: 365, outcome: 180, promoter: 365, asked: 90 },
} as const;
/** Points of a fall within 30 days, and the least NPS answer of a promoter. */
export const LIST_POINTS = { fall: 10, promoter: 9 } as const;

/** The portfolio's lists, each with its rule in words, and what an empty one means. */
export const PORTFOLIO_LISTS = {
  audit: {
    name: "Complacency audit",
    rule: "Green for 4 quarters (365 days) or longer. Five questions: a second champion? the last executive contact? use without the power users? a result proven in 6 months? a rival's offer? Keep, watch or plan, signed.",
    empty: "No account has been green for a year.",
  },
  red: {
    name: "Red for 6 months",
    rule: "Red for 180 days or longer, by who decides about it: the manager of its CSM, else of its account manager; not by CSM.",
    empty: "No account has been red for half a year.",
  },
  falling: {
    name: "Green, but falling",
    rule: "Green, with health down 10 points or more in 30 days.",
    empty: "No green has fallen 10 points in 30 days.",
  },
  unconfirmed: {
    name: "Unconfirmed",
    rule: "No scorecard in force: the last has expired, or none was given. Segments that are exempt from scorecards are left out.",
    empty: "Every account has a scorecard in force.",
  },
  renewals: {
    name: "Renewals by decide-by date",
    rule: "The customer must decide within 12 months, the nearest first.",
    empty: "Nobody decides within 12 months.",
  },
  undecided: {
    name: "Decide-by passed, no outcome",
    rule: "The decide-by date of the running term has passed, and no outcome was decided in the 180 days before it or since.",
    empty: "Every decision that was due has its outcome.",
  },
  references: {
    name: "References",
    rule: "Green; a champion or sponsor in office who may be named as a reference and was not asked in 90 days; the latest NPS answer of that role within a year is 9 or 10.",
    empty: "Nobody can be asked for a reference now.",
  },
  expansion: {
    name: "Expansion candidates",
    rule: "Green, with a scorecard in force, not overdue with payment, no escalation in 90 days; and at least one of: seat use of 85% or more and rising; a module not sold and power users; a department not reached that most customers have somebody in; a good event (funding, a new site, …) in 180 days.",
    empty: "No account fulfils the rule now.",
  },
} as const;

export type ListKey = keyof typeof PORTFOLIO_LISTS;
export const LIST_KEYS = Object.keys(PORTFOLIO_LISTS) as [ListKey, ...ListKey[]];

/** Whether text names a list.
 * @example isListKey("falling") // → true */
export function isListKey(text: string): text is ListKey {
  return Object.hasOwn(PORTFOLIO_LISTS, text);
}
