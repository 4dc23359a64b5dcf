import type { Step } from "./playbook";

/** The steps' texts that several shipped playbooks share. */
export const ACTION_PLAN_STEP: Step = {
  key: "action_plan",
  title: "Write the action plan",
  ownerRole: "csm",
  dueInDays: 7,
  text: "Name one cause and confirm it with the customer. Agree the goal in their words, the one measure to move and from what to what. Name an owner on each side, a date for the next step and a date for the goal.",
};

export const RECOVERY_PLAN_STEP: Step = {
  key: "recovery_plan",
  title: "Write the recovery plan",
  ownerRole: "csm",
  dueInDays: 7,
  text: "A good recovery plan says what went wrong and when, in figures both sides accept; names one cause; states the goal agreed with the customer and the measure that proves it; has an owner, an executive sponsor on each side, dated steps no longer than two weeks, what it costs, and the test by which you stop. Leadership reviews it and approves it by name.",
};

export const EXECUTIVE_STEP: Step = {
  key: "executive_check_in",
  title: "Hold an executive check-in",
  ownerRole: "sponsor",
  dueInDays: 14,
  text: "Executive to executive, thirty minutes, no product demo. Ask what they bought it for, whether they get it, what changed on their side, who decides at renewal. Leave with one thing each side does and a date. Log it the same day.",
};

export const WAR_ROOM_STEP: Step = {
  key: "war_room",
  title: "Call the war-room",
  ownerRole: "manager",
  dueInDays: 2,
  text: "CSM, AM and executive sponsor, with Product or Support by cause, weekly until the account leaves the band. Go through what changed this week, the plan's dated steps, what is blocked and who unblocks it by when. Twenty minutes; write the decisions down.",
};

export const EXPANSION_STEP: Step = {
  key: "expansion_scan",
  title: "Scan for expansion",
  ownerRole: "csm",
  dueInDays: 90,
  text: "Look where growth is earned: seats used to 85% and rising, an unsold module beside power users, departments not reached, growth on their side. Only where health is green and the scorecard confirms it, nothing is overdue and nothing escalated. Take one finding to the AM with the customer's reason to buy.",
};

export const AUDIT_STEP: Step = {
  key: "complacency_audit",
  title: "Prepare the complacency audit",
  ownerRole: "csm",
  dueInDays: 365,
  text: "Four quarters green hides risk. Is there a second champion? When did you last speak with an executive? What is use without the power users? Which result was proven in the last six months? Has a rival made an offer? Decide keep, watch or plan, and sign it.",
};

export const CHECK_IN_STEP: Step = {
  key: "check_in",
  title: "Hold the monthly check-in",
  ownerRole: "csm",
  dueInDays: 30,
  text: "Fifteen minutes: what worked since last time, what is planned that touches us, who joined or left. Ask one question about the result they bought. No slides.",
};
