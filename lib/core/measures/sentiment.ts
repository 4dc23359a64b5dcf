import type { Measure } from "./measure";
import { ratioOfGains } from "./shapes";

/** Whether they recommend us: 100 × (promoters 9–10 − detractors 0–6) / answers of the window, −100 to 100. None
 * without answers. Source: surveys. */
export const nps: Measure = {
  key: "nps",
  name: "NPS",
  family: "sentiment",
  unit: "points",
  direction: "higher",
  feed: "surveys",
  window: 180,
  freshness: 100,
  signed: true,
  definition:
    "Share of promoters (9 or 10) less share of detractors (0 to 6) among the NPS answers of the window, in points.",
  read: (slices, window) => ratioOfGains(slices, "nps_net", "nps_n", window, 100),
};

/** How content they say they are: mean score of the CSAT surveys of the window, on the survey's scale, to a tenth an
 * answer. None without answers. Source: surveys. */
export const csatSurvey: Measure = {
  key: "csat_survey",
  name: "Survey satisfaction",
  family: "sentiment",
  unit: "score",
  direction: "higher",
  feed: "surveys",
  window: 180,
  freshness: 100,
  definition: "Mean score of the CSAT survey answers of the window.",
  read: (slices, window) => ratioOfGains(slices, "csat_survey_tenths", "csat_survey_n", window, 0.1),
};

/** How easy we make it: mean customer effort score of the window, on the survey's scale (higher is easier), to a
 * tenth an answer. None without answers. Source: surveys. */
export const ces: Measure = {
  key: "ces",
  name: "Customer effort score",
  family: "sentiment",
  unit: "score",
  direction: "higher",
  feed: "surveys",
  window: 180,
  freshness: 100,
  definition: "Mean customer effort score of the answers of the window; higher is easier.",
  read: (slices, window) => ratioOfGains(slices, "ces_tenths", "ces_n", window, 0.1),
};
