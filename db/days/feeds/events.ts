import "server-only";
import { dayIn, type Feed, happened } from "./piece";

/** Signed events of the customer's business. */
export const events: Feed = (scope) => [happened(scope, "events x", dayIn(scope, "x.at"), { event_signs: "x.sign" })];
