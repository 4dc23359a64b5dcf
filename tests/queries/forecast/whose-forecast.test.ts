import { beforeAll, expect, it } from "vitest";
import { getForecast } from "@/db/queries/forecast/get-forecast";
import { getRenewalBasis } from "@/db/queries/forecast/get-renewal-basis";
import type { Book } from "@/db/queries/triage-filter";
import type { Role } from "@/lib/core/access";
import { addDays } from "@/lib/core/calendar";
import { keptOf } from "@/lib/core/forecast/money-ahead";
import { forecastBook } from "./forecast-book";

let book: Awaited<ReturnType<typeof forecastBook>>;

/** Forty decisions, half of either owner: of each owner's ten at health 30 six were lost, of ten at health 80 one was. */
beforeAll(async () => {
  book = await forecastBook();
  const { add, was, called, decided } = book;
  await add("acme", "own", { arr: 1_000_001, decideBy: "2026-12-15", health: 80, segment: "SMB" });
  await add("birch", "own", { arr: 2_000_000, decideBy: "2026-12-31", health: 30 });
  await add("cedar", "other", { arr: 3_333_333, decideBy: "2027-01-01", health: 30, segment: "SMB" });
  for (const owner of ["own", "other"] as const)
    for (let i = 0; i < 20; i++) {
      const [name, on] = [`${owner} ${i}`, addDays("2026-01-05", i * 7)];
      const isRed = i < 10;
      const kind = i % 10 >= (isRed ? 6 : 1) ? "renewed" : i % 2 === 0 ? "churned" : "downsold";
      await add(name, owner);
      await was(name, addDays(on, -90), isRed ? 30 : 80);
      await decided(name, {
        on,
        kind,
        before: 1000,
        after: kind === "churned" ? null : kind === "downsold" ? 700 : 1000,
      });
    }
  await called("own 0", "lost", "2026-01-01", "2026-01-05");
  await called("other 0", "commit", "2026-01-01", "2026-01-05");
}, 120_000);

const seen = async (who: string, role: Role, of: Book = "all", segment: string | null = null) => {
  const found = await getForecast(await book.as(who, role), { book: of, segment }, "12m");
  return { ...found, slugs: found.forecast.rows.map(({ slug }) => slug) };
};

it("chances are calibrated on 40 decisions, and a loss counts with the 30% that 14 past losses kept", async () => {
  const { basis, kept, forecast } = await seen("reader", "viewer");
  expect(basis.kind === "calibrated" && [basis.calibration.n, basis.calibration.bad]).toEqual([40, 14]);
  expect(kept).toMatchObject({ n: 14, downsold: 6 });
  expect(kept?.mean).toBeCloseTo((6 * 0.7) / 14, 12);
  const [acme, birch, cedar] = forecast.rows;
  for (const row of forecast.rows) {
    const chance = row.chance as NonNullable<typeof row.chance>;
    expect(row.expectedCents).toBe(Math.round((row.arrCents as number) * keptOf(chance.chance, { mean: 0.3 })));
    expect([chance.low < chance.chance, chance.chance < chance.high]).toEqual([true, true]);
  }
  expect(birch?.chance).toEqual(cedar?.chance);
  expect(birch?.chance?.chance).toBeCloseTo(0.4, 1);
  expect(acme?.chance?.chance).toBeCloseTo(0.9, 1);
});

it("an account's chance comes from where the forecast's does, and a decision recorded anew counts at once", async () => {
  const { basis } = await seen("reader", "viewer");
  const reader = await book.as("reader", "viewer");
  expect(await getRenewalBasis(reader)).toEqual(basis);
  // Found once: the second asker is handed the same.
  expect(await getRenewalBasis(reader)).toBe(await getRenewalBasis(await book.as("other", "csm")));
  const lost = await book.pool.query(
    "update outcomes set kind = 'renewed' where ctid = (select min(ctid) from outcomes where kind = 'churned') returning external_id",
  );
  const after = await getRenewalBasis(reader);
  expect(after.kind === "calibrated" && [after.calibration.n, after.calibration.bad]).toEqual([40, 13]);
  await book.pool.query("update outcomes set kind = 'churned' where external_id = $1", [lost.rows[0].external_id]);
  expect(await getRenewalBasis(reader)).toEqual(basis);
});

it("a forecast is of one's own book, one's team's or all, and of a segment", async () => {
  expect((await seen("own", "csm", "me")).slugs).toEqual(["acme", "birch"]);
  expect((await seen("boss", "manager", "me")).slugs).toEqual([]);
  expect((await seen("boss", "manager", "team")).slugs).toEqual(["acme", "birch"]);
  expect((await seen("other", "csm")).slugs).toEqual(["acme", "birch", "cedar"]);
  expect((await seen("other", "csm", "all", "SMB")).slugs).toEqual(["acme", "cedar"]);
});

it("where owners see their book alone, neither renewals, nor decisions, nor calls, nor chances are of others", async () => {
  await book.pool.query("update settings set visibility = 'own'");
  const other = await seen("other", "csm");
  expect(other.slugs).toEqual(["cedar"]);
  expect(other.forecast.whole).toMatchObject({ n: 1, arrCents: 3_333_333 });
  expect(other.contracts.map(({ slug }) => slug).filter((slug) => !slug.startsWith("other"))).toEqual([]);
  expect(other.contracts).toHaveLength(20);
  expect(other.called.map(({ slug }) => slug)).toEqual(["other 0"]);
  expect(await getRenewalBasis(await book.as("other", "csm"))).toEqual(other.basis);
  expect(other.basis).toEqual({
    ...{ kind: "none", withheld: "20 decisions with health known before them; 30 are needed." },
  });
  expect((await seen("boss", "manager")).slugs).toEqual(["acme", "birch"]);
  const reader = await seen("reader", "viewer");
  expect([reader.slugs.length, reader.contracts.length, reader.called.length]).toEqual([3, 40, 2]);
  await book.pool.query("update settings set visibility = 'all'");
});
