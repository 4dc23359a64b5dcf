/** Shipped with the default model: each asks for one reading that carries no weight, named in WATCHED. */
export const GUARDRAILS = [
  {
    name: "More use, and severe tickets open",
    when: [
      { measure: "volume_trend", above: 0 },
      { measure: "severity_load", atLeast: 4 },
    ],
    healthAtMost: "yellow",
  },
  {
    name: "Silent: no tickets, and use is falling",
    when: [
      { measure: "tickets_opened", below: 1 },
      { measure: "active_user_trend", atMost: -20 },
    ],
    healthAtMost: "yellow",
  },
];

/** The measures without weight that the shipped guardrails ask for. */
export const WATCHED = ["volume_trend", "tickets_opened"];
