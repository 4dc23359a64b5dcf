/** How a disagreement reads, by its sign. */
export const SIGN_WORDS = {
  hidden_risk: { name: "Hidden risk", says: "The numbers look fine, people see trouble" },
  false_alarm: { name: "False alarm", says: "The numbers look bad, people vouch for it" },
} as const;

export const RESOLUTION_WORDS = {
  people_right: "People right",
  numbers_right: "Numbers right",
  both_right: "Both right",
  data_wrong: "Data wrong",
} as const;

export const RIGHT_WORDS = {
  numbers: "Numbers were right",
  people: "People were right",
  both: "Both were right",
  neither: "Neither was right",
} as const;
export const ROLE_WORDS = { am: "the AM", csm: "the CSM", manager: "the manager" } as const;
