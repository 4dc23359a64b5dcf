import type { Playbook } from "./playbook";
import {
  ACTION_PLAN,
  AUDIT,
  DECISION,
  EXPANSION_SCAN,
  IMPROVEMENT,
  RECOVERY_PLAN,
  review,
  SIX_MONTHS,
  warRoom,
} from "./rules";
import { ACTION_PLAN_STEP, AUDIT_STEP, EXECUTIVE_STEP, EXPANSION_STEP, RECOVERY_PLAN_STEP } from "./steps";

const HEALTHY: Playbook = {
  ...{ key: "healthy", segment: null, name: "Healthy", tone: "green", ownerRole: "csm", firstDeadlineDays: 30 },
  rules: [
    review("monthly check-in", 30, 0.5, ["check_in", "quarterly_review", "review"]),
    review("business review", 90, 2, ["quarterly_review"]),
    EXPANSION_SCAN,
    AUDIT,
  ],
  steps: [
    {
      ...{ key: "reference", title: "Ask for a reference", ownerRole: "csm", dueInDays: 30 },
      text: "Ask the champion or sponsor who recommends you, about one result they measured. Offer the form: a call, a quote or a case. Not again within 90 days.",
    },
    {
      ...{ key: "business_review", title: "Hold the quarterly business review", ownerRole: "csm", dueInDays: 90 },
      text: "Their goals first: the results of the quarter against the business case, measured by them. Then what they plan, what they need, and the next two steps with dates.",
    },
    { ...EXPANSION_STEP, title: "Open the expansion conversation" },
    AUDIT_STEP,
  ],
};

const AT_RISK: Playbook = {
  ...{ key: "at_risk", segment: null, name: "At-Risk", tone: "yellow", ownerRole: "csm", firstDeadlineDays: 7 },
  rules: [ACTION_PLAN, review("review", 7, 0.5, ["review", "war_room"]), IMPROVEMENT],
  steps: [
    {
      ...{ key: "diagnosis", title: "Diagnose the problem", ownerRole: "csm", dueInDays: 3 },
      text: "Read what changed, measure by measure, then ask the customer before you believe it. Speak with a user, the champion and whoever pays. End with one primary cause.",
    },
    { ...ACTION_PLAN_STEP, key: "retention_plan", title: "Write the retention plan" },
    {
      ...{ key: "touchpoints", title: "Raise the touchpoints", ownerRole: "csm", dueInDays: 7 },
      text: "A call a week until health is up, each with a reason the customer cares about. More contact without a reason makes it worse.",
    },
    EXECUTIVE_STEP,
  ],
};

const CONCERNING: Playbook = {
  ...{ key: "concerning", segment: null, name: "Concerning", tone: "yellow", ownerRole: "csm", firstDeadlineDays: 2 },
  rules: [ACTION_PLAN, review("daily look", 1, 0.1, ["review", "war_room", "contact"]), IMPROVEMENT],
  steps: [
    {
      ...{ key: "daily_look", title: "Look at it every day", ownerRole: "csm", dueInDays: 1 },
      text: "Five minutes each day: open tickets, use since yesterday, replies that are owed. Write down what you did, or that nothing moved.",
    },
    { ...EXECUTIVE_STEP, key: "sponsor_meeting", title: "Hold the executive-sponsor meeting", dueInDays: 7 },
    ACTION_PLAN_STEP,
    {
      ...{ key: "incentive", title: "Decide on an incentive", ownerRole: "am", dueInDays: 14 },
      text: "Only where the cause is price. A discount against any other cause buys a quarter and teaches the customer to ask. Tie it to a longer term or a wider use.",
    },
  ],
};

const CRITICAL: Playbook = {
  ...{ key: "critical", segment: null, name: "Critical", tone: "red", ownerRole: "manager", firstDeadlineDays: 1 },
  rules: [RECOVERY_PLAN, warRoom(1.5), DECISION, SIX_MONTHS],
  steps: [
    {
      ...{ key: "crisis_owner", title: "Name the crisis owner", ownerRole: "manager", dueInDays: 0 },
      text: "The same day, one person with a mandate to decide. Tell the customer who it is and when they hear from them next.",
    },
    {
      ...{ key: "reassignment", title: "Consider another CSM", ownerRole: "manager", dueInDays: 7 },
      text: "Where trust in the person is gone, change it and say why. Otherwise keep them: a hand-over in a crisis costs what they know.",
    },
    RECOVERY_PLAN_STEP,
    {
      ...{ key: "settlement", title: "Settle where appropriate", ownerRole: "manager", dueInDays: 30 },
      text: "Where we owe them, settle it early and in writing, before the renewal talk.",
    },
    {
      ...{ key: "concessions", title: "Record every concession", ownerRole: "am", dueInDays: 30 },
      text: "For each: the amount, who approved it, and what we get back for it. Nothing back is an answer, written down.",
    },
  ],
};

export const PLAYBOOKS_FOUR: readonly Playbook[] = [HEALTHY, AT_RISK, CONCERNING, CRITICAL];
