import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LastLosses } from "@/components/validation/last-losses";
import type { MissingDecision } from "@/lib/core/validation/missing-decisions";

const stories = Array.from({ length: 20 }, (_, i) => ({
  ...{ slug: `account-${i}`, name: `Account ${i}`, decidedOn: "2026-11-03", cutOn: "2026-08-05" },
  ...{ weeks: [80, null, 60], tone: 2 },
}));
const share = { share: 0.8, low: 0.6, high: 0.9, hits: 16, n: 20 };
const cells = [{ horizon: 90, lost: 40, renewed: 90, showing: share }];
const pattern = { lost: 20, matched: 20, rows: [{ key: "csat", cells, isBeyondChance: true }] };
const draft = <button type="button">Draft</button>;

const html = (waiting: number[] = [], missing: MissingDecision[] = []) =>
  renderToStaticMarkup(<LastLosses {...{ stories, pattern, waiting, missing, draft }} />);
const text = (page: string) => page.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");

test("the button that drafts a model is two presses of Tab into the losses, not behind each of them", () => {
  const stops = [...html().matchAll(/<(a|button|section)\b[^>]*(?:href|type|tabindex)=/gi)].map(([, tag]) => tag);
  expect(stops.slice(0, 2)).toEqual(["section", "button"]);
  expect(stops.filter((tag) => tag === "a")).toHaveLength(20);
});

test("a decision that the pattern lacks is named, with the days before of which it is lacking", () => {
  const pine = { name: "Pine Systems", kind: "churned", decidedOn: "2026-11-03", horizons: [] } as const;
  const said = text(html([], [{ ...pine, horizons: [] }]));
  expect(said).toContain(
    "1 decision is still being computed: not in these figures is Pine Systems (churned on 3 Nov 2026). The background job does it within about 5 minutes.",
  );
  const other = { ...pine, name: "Fir", kind: "renewed" as const, horizons: [60, 30] };
  expect(text(html([180], [{ ...pine, horizons: [] }, other]))).toContain(
    "2 decisions are still being computed: not in these figures are Pine Systems (churned on 3 Nov 2026) and Fir (renewed on 3 Nov 2026, for 60 and 30 days before). Not computed yet: 180 days before.",
  );
  expect(text(html())).not.toContain("computed");
});
