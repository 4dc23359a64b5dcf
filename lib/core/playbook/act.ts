/** What people do with an account, as far as a rule asks for it. */
export const ACT_KINDS = [
  "contact",
  "reason",
  "check_in",
  "quarterly_review",
  "expansion_scan",
  "review",
  "war_room",
  "executive_meeting",
  "audit",
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** What answers a sudden fall: a contact with the customer, of any form, or a reason written down. */
export const ANSWERS: readonly ActKind[] = [
  "contact",
  "reason",
  "check_in",
  "quarterly_review",
  "review",
  "war_room",
  "executive_meeting",
];
