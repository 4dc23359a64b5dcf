import "server-only";
import { type Feed, happened } from "./piece";

/** Milestones due on their target day; achieved late, they count as met on the day they were. */
export const milestones: Feed = (scope) => [
  happened(scope, "milestones x", "x.target_on", {
    milestones_due: "1",
    onboarding_due: "(x.kind = 'onboarding')::int",
  }),
  happened(
    scope,
    "(select * from milestones where achieved_on is not null) x",
    "greatest(x.target_on, x.achieved_on)",
    {
      milestones_met: "1",
      onboarding_met: "(x.kind = 'onboarding')::int",
    },
  ),
  happened(scope, "(select * from milestones where kind = 'outcome') x", "x.achieved_on", {
    outcomes_achieved: "1",
    outcomes_shared: "x.shared_internally::int",
  }),
];
