import "server-only";
import { around, dayIn, type Feed, happened } from "./piece";

/** Answers to surveys, one kind a pair of counters; what is no score of any scale is left out, as it would overflow them. */
export const surveys: Feed = (scope) => {
  const only = (kind: string, value: string) => `case when x.kind = '${kind}' then ${value} end`;
  return [
    happened(
      scope,
      around(scope, "(select * from surveys where score between 0 and 1000) s", "at"),
      dayIn(scope, "x.at"),
      {
        nps_n: only("nps", "1"),
        nps_net: only("nps", "(x.score >= 9)::int - (x.score <= 6)::int"),
        csat_survey_n: only("csat", "1"),
        csat_survey_tenths: only("csat", "round(x.score * 10)::int"),
        ces_n: only("ces", "1"),
        ces_tenths: only("ces", "round(x.score * 10)::int"),
      },
    ),
  ];
};
