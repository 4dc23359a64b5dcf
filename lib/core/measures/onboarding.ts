import type { Measure } from "./measure";
import { countOf, ratioOf, stateOf, yesIf } from "./shapes";

/** Whether onboarding keeps its dates: 100 × onboarding milestones achieved / those whose target day has come, in %.
 * None before the first target day. Source: milestones. */
export const onboardingOnPlan: Measure = {
  key: "onboarding_on_plan",
  name: "Onboarding on plan",
  family: "onboarding",
  unit: "%",
  direction: "higher",
  feed: "milestones",
  window: null,
  freshness: 35,
  definition: "Onboarding milestones achieved, of those whose target day has come, in percent.",
  read: (slices) => ratioOf(stateOf(slices, "onboarding_met"), stateOf(slices, "onboarding_due"), 100),
};

/** Whether the product has paid off once: reached as soon as one outcome milestone is achieved, else waiting, a
 * level. Source: milestones. */
export const firstValue: Measure = {
  key: "first_value",
  name: "First value",
  family: "onboarding",
  unit: "level",
  direction: "level",
  feed: "milestones",
  window: null,
  freshness: 35,
  levels: ["reached", "waiting"],
  definition: "Reached once the first outcome milestone is achieved, waiting until then.",
  read: (slices) => countOf(slices, "outcomes_achieved").map((outcomes) => (outcomes >= 1 ? 0 : 1)),
};

/** Whether what was bought is switched on: 100 × modules used at least once ever / entitled modules, in %, at most
 * 100. None without entitlements. Source: feature_usage, entitlements. */
export const coreFeatures: Measure = {
  key: "core_features",
  name: "Core features activated",
  family: "onboarding",
  unit: "%",
  direction: "higher",
  feed: "feature_usage",
  window: null,
  freshness: 7,
  definition: "Modules that the account has used at least once, of the modules it is entitled to, in percent.",
  read: (slices) => {
    const entitled = countOf(slices, "modules_entitled");
    const used = countOf(slices, "modules_new").map((modules, account) =>
      Math.min(modules, entitled[account] as number),
    );
    return ratioOf(used, entitled, 100);
  },
};

/** Whether somebody answers for the purchase: yes where a sponsor or economic buyer is in force, else no, a level.
 * Source: contacts. */
export const sponsorNamed: Measure = {
  key: "sponsor_named",
  name: "Sponsor named",
  family: "onboarding",
  unit: "level",
  direction: "level",
  feed: "contacts",
  window: null,
  freshness: 35,
  levels: ["no", "yes"],
  definition: "Yes where a sponsor or economic buyer is named among the contacts in force.",
  read: (slices) => yesIf(countOf(slices, "active_sponsors"), (sponsors) => sponsors >= 1),
};
