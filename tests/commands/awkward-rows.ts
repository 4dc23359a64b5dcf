import type { Pool } from "pg";

const TEXT = `E'\\'=1+1, "x"; it\\'s\\r\\n+2'`;
const A = "(select min(id) from accounts)";

/** Adds to the first account what tends to be lost on the way out and in: other currencies, parts of a second, words that
 * look missing, formulas, quotes and line ends. */
export async function addAwkwardRows(pool: Pool): Promise<void> {
  for (const statement of [
    `update accounts set region = 'NA', industry = ${TEXT}, source = '''=quoted' where id = ${A}`,
    `update account_attributes set attributes = attributes || '{"tier": 5, "vip": true, "team": "n/a", "x": "=1"}' where account_id = ${A}`,
    `insert into contracts values (${A}, 'yen', '2026-01-01', null, 123456, 'JPY', null, false, 0),
       (${A}, '2026-02-01', '2026-02-01', '2027-01-31', 100050, 'KWD', 7, true, 30)`,
    `insert into outcomes values (${A}, '=o', 'churned', '2026-03-01', '2026-04-01', 1, 0, 'USD', 'None', null, ${TEXT}),
       (${A}, 'o2', 'renewed', '2026-05-01', '2026-05-01', null, null, 'EUR', null, null, null)`,
    `insert into tickets values (${A}, '-t', '2026-03-01 23:59:59.123456+02', null, 'low', false, null, -0.1)`,
    `insert into events values (${A}, '@e', '2026-03-01 00:00:00+00', 'NULL', -1, ${TEXT})`,
    `insert into metrics values (${A}, '=m', '2026-03-01', -12.3456789012345e-9), (${A}, 'm', '2026-03-01', 0)`,
    `insert into feature_usage values (${A}, '＝wide', '2026-03-01', 'nan', 3)`,
    `insert into entitlements values (${A}, 'core', '2026-01-01', null)`,
    `insert into milestones values (${A}, 'm', ${TEXT}, 'outcome', '2026-06-01')`,
    `insert into surveys values (${A}, 's', '2026-03-01 00:00:00+00', 'nps', 7)`,
  ])
    await pool.query(statement);
}
