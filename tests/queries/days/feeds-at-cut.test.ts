import type { PoolClient } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { closeDays } from "@/db/days/close-days";
import { FEED_FACTS } from "@/db/days/feed-facts";
import { loadFeeds } from "@/db/days/load-feeds";
import { loadSlices } from "@/db/days/load-slices";
import { recordDelivery } from "@/db/days/record-delivery";
import { refreshFeeds } from "@/db/days/refresh-feeds";
import { addDays, type Day } from "@/lib/core/calendar";
import { FEEDS, type Feed } from "@/lib/core/measures/columns";
import { needsOf } from "@/lib/core/measures/needs";
import { readMeasures } from "@/lib/core/measures/read";
import { withTransaction } from "@/lib/server/transaction";
import { testDatabase } from "@/tests/setup";
import { Chance } from "./random-history";
import { ACCOUNTS, FROM, seed, TO } from "./seed-history";

let client: (run: (client: PoolClient) => Promise<void>) => Promise<void>;
beforeAll(async () => {
  const { pool } = await testDatabase();
  client = (run) => withTransaction(pool, ({ client }) => run(client), { statementTimeoutMillis: 60_000 });
});

/** How the feeds stood on each of the days before a cut. */
async function standing(client: PoolClient, cut: Day) {
  const days = Array.from({ length: 40 }, (_, i) => addDays(cut, -i));
  const states: [Day, [Feed, unknown][]][] = [];
  for (const day of days) states.push([day, [...(await loadFeeds(client, day))].sort()]);
  return states;
}

/** Takes out every fact about days after a cut; `giveBack` brings them as they come in life, recorded then. */
async function withholdAfter(client: PoolClient, cut: Day): Promise<{ giveBack: () => Promise<void> }> {
  const back: string[] = [];
  for (const feed of FEEDS) {
    const { happened, planned = [], areMoments } = FEED_FACTS[feed];
    const isLate = (column: string) =>
      `${areMoments ? `(${column} at time zone (select time_zone from settings))::date` : column} > '${cut}'`;
    const own = `not coalesce(${[...planned, ...happened].map((column) => `not (${isLate(column)})`).join(" or ")}, false)`;
    await client.query(`create temp table late_${feed} on commit drop as select * from ${feed} where ${own}`);
    await client.query(`delete from ${feed} where ${own}`);
    back.push(`update late_${feed} set recorded_at = now(); insert into ${feed} select * from late_${feed}`);
    for (const column of happened.slice(planned.length > 0 ? 0 : 1)) {
      const kept = `${column}_of_${feed}`;
      await client.query(`create temp table ${kept} on commit drop as select * from ${feed} where ${isLate(column)}`);
      await client.query(`update ${feed} set ${column} = null where ${isLate(column)}`);
      back.push(`update ${feed} t set ${column} = k.${column}, recorded_at = now() from ${kept} k
        where t.account_id = k.account_id and t.external_id = k.external_id`);
    }
  }
  return { giveBack: () => client.query(back.join(";")).then(() => undefined) };
}

describe("how fresh feeds were on a day", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "is not told otherwise by rows and facts of later days (history %i)",
    async (number) => {
      await client(async (client) => {
        const chance = new Chance(number);
        await seed(client, chance);
        const cut = addDays(FROM, chance.int(0, 60));
        const { giveBack } = await withholdAfter(client, cut);
        await client.query("truncate feeds, told_days");
        await refreshFeeds(client);
        const then = await standing(client, cut);
        await giveBack();
        await recordDelivery(client, chance.of(...FEEDS), addDays(cut, chance.int(1, 30)));
        await refreshFeeds(client);
        const later = await standing(client, addDays(cut, 30));
        expect(later.flatMap(([, feeds]) => feeds)).not.toEqual(then.flatMap(([, feeds]) => feeds));
        const connectedThen = new Set(then.flatMap(([, feeds]) => feeds.map(([feed]) => feed)));
        const now = (await standing(client, cut)).map(([day, feeds]) => [
          day,
          feeds.filter(([feed]) => connectedThen.has(feed)),
        ]);
        expect(now).toEqual(then);
      });
    },
  );

  it("counts deliveries without rows up to the day they covered", async () => {
    await client(async (client) => {
      await seed(client, new Chance(11));
      await client.query("truncate feeds, told_days, tickets");
      for (const day of ["2026-01-05", "2026-01-06", "2026-01-20"]) await recordDelivery(client, "tickets", day);
      const lastOn = async (day: Day) => (await loadFeeds(client, day)).get("tickets")?.lastDay;
      const number = (await loadFeeds(client, "2026-01-05")).get("tickets")?.lastDay as number;
      expect(await lastOn("2026-01-12")).toBe(number + 1);
      expect(await lastOn("2026-01-20")).toBe(number + 15);
      expect(await lastOn("2026-02-01")).toBe(number + 15);
    });
  });

  it("makes what a silent feed tells missing at a past cut, whatever came after", async () => {
    await client(async (client) => {
      await seed(client, new Chance(5));
      const cut = addDays(TO, -20);
      await client.query(
        "insert into usage_days (account_id, day, active_users) select i, $1::date, 3 from generate_series(1, $2) i on conflict do nothing",
        [TO, ACCOUNTS],
      );
      await client.query("delete from usage_days where day > $1::date - 10 and day <= $1", [cut]);
      await client.query("truncate feeds, told_days");
      await refreshFeeds(client);
      await closeDays(client, { from: FROM, to: TO });
      const requests = [{ key: "active_days" }, { key: "active_champions" }];
      const readOn = async (asOf: Day) =>
        readMeasures(requests, await loadSlices(client, { asOf, needs: needsOf(requests) }));
      const [stale, other] = await readOn(cut);
      expect(stale?.length).toBeGreaterThan(0);
      expect([...(stale ?? [])].every(Number.isNaN)).toBe(true);
      expect([...(other ?? [])].some(Number.isFinite)).toBe(true);
      expect([...((await readOn(TO))[0] ?? [])].some(Number.isFinite)).toBe(true);
    });
  });
});
