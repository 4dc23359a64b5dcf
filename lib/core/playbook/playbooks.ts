import type { Playbook } from "./playbook";
import { PLAYBOOKS_FOUR } from "./playbooks-four";
import {
  ACTION_PLAN,
  AUDIT,
  DECISION,
  EXPANSION_SCAN,
  IMPROVEMENT,
  RECOVERY_PLAN,
  review,
  SIX_MONTHS,
  WAR_ROOM,
} from "./rules";
import {
  ACTION_PLAN_STEP,
  AUDIT_STEP,
  CHECK_IN_STEP,
  EXECUTIVE_STEP,
  EXPANSION_STEP,
  RECOVERY_PLAN_STEP,
  WAR_ROOM_STEP,
} from "./steps";

const GREEN: Playbook = {
  ...{ key: "green", segment: null, name: "Green", tone: "green", ownerRole: "csm", firstDeadlineDays: 30 },
  rules: [
    review("monthly check-in", 30, 0.5, ["check_in", "quarterly_review", "review"]),
    review("quarterly review", 90, 1, ["quarterly_review"]),
    EXPANSION_SCAN,
    AUDIT,
  ],
  steps: [
    CHECK_IN_STEP,
    {
      ...{ key: "quarterly_review", title: "Hold the quarterly review", ownerRole: "csm", dueInDays: 90 },
      text: "Light touch: the results of the quarter against what they bought it for, by their own figures, and the two things that matter next quarter. Half an hour, with whoever decides at renewal.",
    },
    EXPANSION_STEP,
    AUDIT_STEP,
  ],
};

const YELLOW: Playbook = {
  ...{ key: "yellow", segment: null, name: "Yellow", tone: "yellow", ownerRole: "csm", firstDeadlineDays: 7 },
  rules: [ACTION_PLAN, review("review", 14, 0.5, ["review", "war_room"]), IMPROVEMENT],
  steps: [
    ACTION_PLAN_STEP,
    {
      ...{ key: "review", title: "Review it every 14 days", ownerRole: "csm", dueInDays: 14 },
      text: "What moved since the last review, which dated step is done, which is not and why, what happens before the next one. Change the plan when the cause was wrong.",
    },
    {
      ...EXECUTIVE_STEP,
      title: "Call in the executive sponsor",
      dueInDays: 60,
    },
  ],
};

const RED: Playbook = {
  ...{ key: "red", segment: null, name: "Red", tone: "red", ownerRole: "manager", firstDeadlineDays: 2 },
  rules: [RECOVERY_PLAN, WAR_ROOM, DECISION, SIX_MONTHS],
  steps: [
    WAR_ROOM_STEP,
    RECOVERY_PLAN_STEP,
    {
      ...{ key: "decide", title: "Decide: invest or accept the loss", ownerRole: "manager", dueInDays: 90 },
      text: "Invest: a budget, the test by which you stop, and a new date at most 90 days ahead. Accept: the forecast says lost, and the hours go where they count. Either is signed.",
    },
  ],
};

/** The playbooks that an installation begins with: for green, yellow and red, and for the four bands Healthy to Critical. */
export const PLAYBOOKS: readonly Playbook[] = [GREEN, YELLOW, RED, ...PLAYBOOKS_FOUR];
