import "server-only";
import { type Feed, happened } from "./piece";

/** Renewals on the day they take effect. */
export const outcomes: Feed = (scope) => [
  happened(scope, "(select * from outcomes where kind in ('renewed', 'expanded')) x", "x.effective_on", {
    renewals: "1",
  }),
];
