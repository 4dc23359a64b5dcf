import "server-only";
import { around, dayIn, type Feed, happened } from "./piece";

/** Signed events of the customer's business. */
export const events: Feed = (scope) => [
  happened(scope, around(scope, "events", "at"), dayIn(scope, "x.at"), { event_signs: "x.sign" }),
];
