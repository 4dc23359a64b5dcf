import { describe, expect, it } from "vitest";
import { adviceOf, type DraftFacts } from "@/lib/core/model-draft/advice-of";
import { correlationOf } from "@/lib/core/model-draft/correlation";
import { spreadOf } from "@/lib/core/model-draft/histogram";
import { DEFAULT_MODEL } from "@/lib/core/templates/default-model";
import { templateOf } from "@/lib/core/templates/templates";

const { measures } = DEFAULT_MODEL.definitions.default;
const none: DraftFacts = { spreads: {}, correlations: [] };
const kinds = (some: typeof measures, facts: DraftFacts | null = none) => adviceOf(some, facts).map(({ kind }) => kind);

describe("advice about a draft", () => {
  it("says nothing of how many and how heavy about the default model, only that it leans on usage and tickets", () => {
    expect(kinds(measures)).toEqual(["lopsided"]);
  });

  it("says that 5 to 8 measures are enough where there are more or fewer", () => {
    const more = [...measures, ...measures].map((measure, i) => ({ ...measure, key: `m${i}`, weight: 10 }));
    expect(adviceOf(more, none)[0]?.text).toMatch(/^12 measures: 5 to 8 are enough/);
    expect(kinds(measures.slice(0, 3))).toContain("few");
    expect(adviceOf(measures.slice(0, 1), none)[0]?.text).toMatch(/^1 measure:/);
  });

  it("names a measure over 35% of the weight, and none at 35%", () => {
    const at = (weight: number) =>
      measures.map((measure, i) => ({ ...measure, weight: i === 0 ? weight : (100 - weight) / 5 }));
    expect(kinds(at(35))).not.toContain("heavy");
    const heavy = adviceOf(at(36), none).find(({ kind }) => kind === "heavy");
    expect(heavy).toMatchObject({ keys: ["licence_utilisation"] });
    expect(heavy?.text).toMatch(/carries 36% of the weight/);
  });

  it("names two measures that say the same, with the correlation and its n", () => {
    const correlations = [{ a: "licence_utilisation", b: "milestones_met", r: -0.91, n: 312 }];
    const said = adviceOf(measures, { ...none, correlations }).find(({ kind }) => kind === "same");
    expect(said?.text).toContain("correlation −0.91 over 312 accounts");
    const weaker = [{ ...correlations[0], a: "licence_utilisation", b: "milestones_met", r: 0.8, n: 312 }];
    expect(kinds(measures, { ...none, correlations: weaker })).not.toContain("same");
  });

  it("names what is missing for more than 30% of the accounts, and what hardly varies in points", () => {
    const missing = spreadOf(Float64Array.from({ length: 100 }, (_, i) => (i < 31 ? Number.NaN : i)));
    const said = adviceOf(measures, { ...none, spreads: { meeting_attendance: missing } });
    expect(said.find(({ kind }) => kind === "missing")?.text).toContain("missing for 31% of 100 accounts");
    const flat = spreadOf(Float64Array.from({ length: 100 }, (_, i) => 98 + i / 100));
    const also = adviceOf(measures, { ...none, spreads: { on_time_payment: flat } });
    expect(also.find(({ kind }) => kind === "flat")?.text).toContain("nine accounts in ten earn 100 points");
    expect(kinds(measures, { ...none, spreads: { milestones_met: flat } })).toContain("flat");
    const wide = spreadOf(Float64Array.from({ length: 100 }, (_, i) => i));
    expect(kinds(measures, { ...none, spreads: { milestones_met: wide } })).not.toContain("flat");
  });

  it("warns where more than half of the weight is entered by hand", () => {
    expect(kinds(templateOf("weighted_ten_point").model.definitions.default.measures)).toContain("by_hand");
    expect(kinds(measures)).not.toContain("by_hand");
  });
});

describe("a histogram of readings", () => {
  it("counts every account once, absent ones apart, outliers at the ends", () => {
    const values = Float64Array.from([...Array.from({ length: 200 }, (_, i) => i), 1e9, Number.NaN, -Infinity]);
    const spread = spreadOf(values);
    if (spread.kind !== "numbers") throw new Error("numbers are numbers");
    expect([spread.n, spread.missing, spread.none]).toEqual([201, 1, 1]);
    expect(spread.counts.reduce((sum, count) => sum + count, 0)).toBe(201);
    expect(spread.to).toBeLessThan(300);
    expect(spread.quantiles[10]).toBe(100);
  });

  it("stands around a reading that all accounts share, and is empty where nobody has one", () => {
    expect(spreadOf(Float64Array.of(5, 5, 5))).toMatchObject({ n: 3, from: 4.5, to: 5.5 });
    expect(spreadOf(Float64Array.of(Number.NaN))).toMatchObject({ n: 0, missing: 1, quantiles: [] });
  });
});

describe("a correlation", () => {
  const of = (n: number, value: (i: number) => number) => Float64Array.from({ length: n }, (_, i) => value(i));
  it("is 1 for the same, -1 for the opposite, over the accounts where both are present", () => {
    const a = of(40, (i) => i);
    expect(correlationOf(a, a)?.r).toBeCloseTo(1, 12);
    expect(
      correlationOf(
        a,
        of(40, (i) => 5 - 2 * i),
      )?.r,
    ).toBeCloseTo(-1, 12);
    expect(
      correlationOf(
        a,
        of(40, (i) => (i < 10 ? Number.NaN : i)),
      )?.n,
    ).toBe(30);
  });

  it("is withheld below 20 accounts, and where one of the two does not vary", () => {
    expect(
      correlationOf(
        of(19, (i) => i),
        of(19, (i) => i),
      ),
    ).toBeNull();
    expect(
      correlationOf(
        of(40, (i) => i),
        of(40, () => 1),
      ),
    ).toBeNull();
  });
});
