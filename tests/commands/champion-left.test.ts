import type { Pool } from "pg";
import { beforeAll, expect, test } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { collectNotices } from "@/lib/commands/collect-notices";
import { computeRun } from "@/lib/commands/compute-run";
import { fanOutNotices } from "@/lib/commands/fan-out-notices";
import { ingestRows } from "@/lib/commands/ingest-rows";
import { updateAccounts } from "@/lib/commands/update-accounts";
import { type Ctx, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

const TODAY = "2026-11-30";
let pool: Pool;
let ctx: Ctx;
let account: { id: number; external: string; slug: string; am: number };

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 40, days: 150 });
  ctx = await systemContext("test", databaseOn(pool));
  await computeRun(ctx);
  await updateAccounts(ctx);
  const { rows } = await pool.query(
    `select t.account_id as id, a.external_id as external, t.slug, t.am_id as am from triage t join accounts a on a.id = t.account_id
     where t.champion = 'active' and t.am_id is not null and t.card_state = 'in_force' and (
       select count(*) from contacts c where c.account_id = t.account_id and role = 'champion' and active_to is null) = 1
     order by 1 limit 1`,
  );
  account = rows[0];
  await collectNotices(ctx);
  await fanOutNotices(ctx);
}, 240_000);

const asked = async () =>
  (
    await pool.query(
      "select person_id as person, text, href from notifications where kind = 'champion_left' and account_id = $1 order by person_id",
      [account.id],
    )
  ).rows;

test("a champion who leaves asks the account manager at once and once, and caps the answer until a card is given", async () => {
  expect(await asked()).toEqual([]);
  const { rows: contacts } = await pool.query(
    "select external_id as id, name, active_from as since from contacts where account_id = $1 and role = 'champion' and active_to is null",
    [account.id],
  );
  const [{ id, name, since }] = contacts;
  const cells = {
    ...{ account_id: account.external, id, name, role: "champion" },
    ...{ active_from: since, active_to: TODAY },
  };
  expect(await ingestRows(ctx, { table: "contacts", rows: [{ line: 1, cells }] })).toMatchObject({ accepted: 1 });
  expect(await updateAccounts(ctx)).toContain(account.id);
  const { rows } = await pool.query("select champion, reasons from triage where account_id = $1", [account.id]);
  expect(rows[0].champion).toBe("at_risk");
  expect(rows[0].reasons).toContainEqual(
    expect.objectContaining({ text: "Champion left today, card says active", action: "update_scorecard" }),
  );
  for (let minute = 0; minute < 2; minute++) {
    await collectNotices(ctx);
    await fanOutNotices(ctx);
  }
  const told = await asked();
  expect(told.filter(({ person }) => person === account.am)).toEqual([
    {
      person: account.am,
      text: expect.stringContaining(`champion ${name} left on 30 Nov 2026: is the scorecard still right?`),
      href: `/scorecards?account=${account.slug}`,
    },
  ]);
});
