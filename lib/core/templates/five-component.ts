import { Model } from "@/lib/core/health/model";
import { ONBOARDING } from "./onboarding";
import type { Template } from "./template";

const usage = {
  key: "usage",
  name: "Usage",
  weight: 35,
  scoring: { type: "levels", levels: { high: 10, medium: 5, low: 0, declining: -5 } },
  conditions: [
    { level: "declining", when: [{ measure: "active_user_trend", atMost: -15 }] },
    { level: "high", when: [{ measure: "licence_utilisation", atLeast: 70 }] },
    { level: "medium", when: [{ measure: "licence_utilisation", atLeast: 40 }] },
    { level: "low", when: [{ measure: "licence_utilisation", below: 40 }] },
  ],
};

const engagement = {
  key: "engagement",
  name: "Engagement",
  weight: 25,
  scoring: { type: "levels", levels: { active: 10, passive: 5, none: 0 } },
  conditions: [
    {
      level: "active",
      when: [
        { measure: "days_since_two_way", atMost: 30 },
        { measure: "meeting_attendance", atLeast: 60 },
      ],
    },
    { level: "passive", when: [{ measure: "days_since_two_way", atMost: 90 }] },
    { level: "none", when: [{ measure: "days_since_two_way", above: 90 }] },
  ],
};

const business = {
  key: "business",
  name: "Business",
  weight: 20,
  scoring: { type: "levels", levels: { growing: 10, stable: 5, shrinking: 0 } },
  conditions: [
    { level: "growing", when: [{ measure: "headcount_change", atLeast: 5 }] },
    { level: "shrinking", when: [{ measure: "headcount_change", atMost: -5 }] },
    { level: "stable", when: [{ measure: "headcount_change", above: -5 }] },
  ],
};

const support = {
  key: "support",
  name: "Support",
  weight: 15,
  scoring: { type: "levels", levels: { clean: 10, open_tickets: 5, escalations: 0, critical: -10 } },
  conditions: [
    { level: "critical", when: [{ measure: "severity_load", atLeast: 8 }] },
    { level: "escalations", when: [{ measure: "escalations", atLeast: 1 }] },
    { level: "open_tickets", when: [{ measure: "severity_load", above: 0 }] },
    { level: "clean", when: [{ measure: "severity_load", atMost: 0 }] },
  ],
};

const contract = {
  key: "contract",
  name: "Contract",
  weight: 5,
  scoring: { type: "levels", levels: { no_issues: 10, upcoming_renewal: 0, payment_issues: -10 } },
  conditions: [
    { level: "payment_issues", when: [{ measure: "overdue_days", above: 15 }] },
    { level: "upcoming_renewal", when: [{ measure: "days_to_decide_by", atMost: 90 }] },
    { level: "no_issues", when: [] },
  ],
  calendar: true,
};

/** Five components by points, in four bands. */
export const FIVE_COMPONENT: Template = {
  key: "five_component",
  title: "Five components by points",
  purpose: "for teams that score by rubric: usage, engagement, business, support, contract",
  notes: [
    "An upcoming renewal earns 0, so every account declines by calendar before it renews; that counts in no trend, shift or playbook trigger.",
    "Business comes from headcount over 12 months; where you keep it as an attribute, replace its conditions.",
  ],
  model: Model.parse({
    name: "Five components by points",
    definitions: {
      default: {
        measures: [usage, engagement, business, support, contract],
        bands: [
          {
            key: "healthy",
            name: "Healthy",
            from: 90,
            tone: "green",
            playbook: "healthy",
            ownerRole: "csm",
            firstDeadlineDays: 30,
          },
          {
            key: "at_risk",
            name: "At-Risk",
            from: 70,
            tone: "yellow",
            playbook: "at_risk",
            ownerRole: "csm",
            firstDeadlineDays: 7,
          },
          {
            key: "concerning",
            name: "Concerning",
            from: 50,
            tone: "yellow",
            playbook: "concerning",
            ownerRole: "csm",
            firstDeadlineDays: 2,
          },
          {
            key: "critical",
            name: "Critical",
            from: 0,
            tone: "red",
            playbook: "critical",
            ownerRole: "manager",
            firstDeadlineDays: 1,
          },
        ],
      },
      onboarding: ONBOARDING,
    },
  }),
};
