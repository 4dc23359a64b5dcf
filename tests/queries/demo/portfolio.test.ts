import { describe, expect, test } from "vitest";
import { addDays, type Day } from "@/lib/core/calendar";
import { demoCompany, type Found, TODAY } from "./demo-company";

const company = demoCompany();

async function greensLost(
  from: Day,
  to: Day,
  version?: number,
): Promise<{ greens: Found[]; lost: Found[]; end: Map<string, Found> }> {
  const [start, end] = [await company.on(from, { version }), await company.on(to, { version })];
  const greens = [...start.values()].filter((account) => account.tone === "green");
  return { greens, lost: greens.filter(({ slug }) => end.get(slug)?.tone !== "green"), end };
}

describe("the last fiscal quarter", () => {
  test("15 of 121 greens fell, all to yellow, 11 of them mid-market on the new version", async () => {
    const { greens, lost, end } = await greensLost("2026-08-31", TODAY);
    expect(greens).toHaveLength(121);
    expect(lost).toHaveLength(15);
    expect(lost.map(({ slug }) => end.get(slug)?.tone)).toEqual(lost.map(() => "yellow"));
    expect(greens.filter((account) => account.isOnboarding)).toEqual([]);
    const { rows } = await company.pool.query<{ slug: string }>(
      `select distinct a.slug from account_attributes t join accounts a on a.id = t.account_id
       where t.segment = 'Mid-market' and t.attributes ->> 'product_version' = 'v5'`,
    );
    const onNewVersion = new Set(rows.map((row) => row.slug));
    expect(lost.filter(({ slug }) => onNewVersion.has(slug))).toHaveLength(11);
  });

  test("more greens are lost on balance than half of those that fell", async () => {
    const { greens, lost, end } = await greensLost("2026-08-31", TODAY);
    const start = new Set((await company.on("2026-08-31")).keys());
    const stillOrNew = [...end.values()].filter(({ slug, tone }) => tone === "green" && start.has(slug)).length;
    expect(greens.length - stillOrNew).toBeGreaterThanOrEqual(lost.length / 2);
  });

  test.each([
    ["2025-02-28", "2025-05-31", 1],
    ["2025-05-31", "2025-08-31", 1],
    ["2025-08-31", "2025-11-30", 1],
    ["2025-11-30", "2026-02-28", 1],
    ["2025-11-30", "2026-02-28", 2],
    ["2026-02-28", "2026-05-31", 2],
    ["2026-05-31", "2026-08-31", 2],
  ])("at most seven in a hundred greens of %s fell by %s under model %i", async (from, to, version) => {
    const { greens, lost } = await greensLost(from, to, version);
    expect(greens.length).toBeGreaterThan(100);
    expect(lost.length / greens.length).toBeLessThanOrEqual(0.07);
  });

  test("no guardrail bites and no lift waits among the greens at its start", async () => {
    const start = await company.on("2026-08-31");
    const lifted = [...start.values()].filter(({ tone, scoreTone }) => tone === "green" && scoreTone === "red");
    expect(lifted).toEqual([]);
  });
});

describe("124 decided renewals", () => {
  const isBad = (kind: string) => kind === "churned" || kind === "downsold";
  type Outcome = { slug: string; account_id: number; kind: string; decided_on: Day; effective_on: Day };
  const outcomes = async () =>
    (
      await company.pool.query<Outcome>(
        `select a.slug, o.account_id, kind, decided_on, effective_on from outcomes o join accounts a on a.id = o.account_id`,
      )
    ).rows;

  test("a majority guess is right in 60 to 65% of them", async () => {
    const decided = await outcomes();
    expect(decided).toHaveLength(124);
    const good = decided.filter(({ kind }) => !isBad(kind)).length / decided.length;
    expect(good).toBeGreaterThanOrEqual(0.6);
    expect(good).toBeLessThanOrEqual(0.65);
    expect(decided.filter((outcome) => outcome.decided_on >= outcome.effective_on)).toEqual([]);
  });

  const known = new Map<number, ReturnType<typeof judge>>();
  const judged = (version: number) => {
    const results = known.get(version) ?? judge(version);
    known.set(version, results);
    return results;
  };

  async function judge(version: number) {
    const results: { slug: string; era: "old" | "new"; isRight: boolean; isBad: boolean }[] = [];
    for (const { slug, account_id, kind, decided_on } of await outcomes()) {
      const cut = addDays(decided_on, -90);
      const account = (await company.on(cut, { version, accountIds: [account_id] })).get(slug);
      expect(account?.tone, `${slug} on ${cut}`).toBeTruthy();
      const era = cut < "2025-12-01" ? "old" : "new";
      results.push({ slug, era, isRight: (account?.tone !== "green") === isBad(kind), isBad: isBad(kind) });
    }
    return results;
  }
  const share = (results: { isRight: boolean }[]) => results.filter(({ isRight }) => isRight).length / results.length;

  test("usage and tickets were right in about 52% of them 90 days before, over all and in its own time", async () => {
    const results = await judged(1);
    expect(Math.round(100 * share(results))).toBe(52);
    expect(share(results.filter(({ era }) => era === "old"))).toBeLessThan(0.6);
  }, 240_000);

  test("six measures and the overlay are right in about 81%, over all and in its own time", async () => {
    const results = await judged(2);
    expect(Math.round(100 * share(results))).toBe(81);
    expect(share(results.filter(({ era }) => era === "new"))).toBeGreaterThan(0.76);
  }, 240_000);

  test("it misses both ways", async () => {
    const wrong = (await judged(2)).filter(({ isRight }) => !isRight);
    expect(wrong.filter((result) => result.isBad).length).toBeGreaterThanOrEqual(8);
    expect(wrong.filter((result) => !result.isBad).length).toBeGreaterThanOrEqual(8);
    expect(wrong.map(({ slug }) => slug)).toEqual(expect.arrayContaining(["cobalt-air", "pine-systems"]));
  }, 240_000);
});
