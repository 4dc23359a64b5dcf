import "server-only";
import type { Pool, PoolClient } from "pg";
import { withTransaction } from "@/lib/server/transaction";
import { ACCOUNT_COLUMNS, ATTRIBUTE_COLUMNS, accountRows, attributeRows, OWNER_COLUMNS, ownerRows } from "./accounts";
import type { Blueprint } from "./blueprint";
import { bookOf } from "./book";
import { CONTACT_COLUMNS, contactRows } from "./contacts";
import { copyText } from "./copy-text";
import { ENTITLEMENT_COLUMNS, entitlementRows, FEATURE_COLUMNS, featureRows } from "./features";
import { FORECAST_CALL_COLUMNS, forecastCallRows } from "./forecast-calls";
import { addGuards } from "./guards";
import { inBulk } from "./in-bulk";
import { reviewHelioLift } from "./lift";
import { line } from "./line";
import { TOUCHPOINT_COLUMNS, touchpointRows } from "./meetings";
import { MILESTONE_COLUMNS, milestoneRows } from "./milestones";
import { MODEL_COLUMNS, modelRows } from "./models";
import { CONTRACT_COLUMNS, contractRows, INVOICE_COLUMNS, invoiceRows } from "./money";
import { OUTCOME_COLUMNS, outcomeRows } from "./outcomes";
import { PEOPLE_COLUMNS, peopleRows, ROLE_COLUMNS, roleRows } from "./people";
import { PLAN_COLUMNS, planRows } from "./plans";
import { RED_DECISION_COLUMNS, redDecisionRows } from "./red-decisions";
import { REVIEW_COLUMNS, reviewRows } from "./reviews";
import { SCORECARD_COLUMNS, scorecardRows } from "./scorecards";
import { TICKET_COLUMNS, ticketRows } from "./support";
import { EVENT_COLUMNS, eventRows, METRIC_COLUMNS, metricRows, SURVEY_COLUMNS, surveyRows } from "./surveys";
import { syntheticOf } from "./synthetic";
import { USAGE_COLUMNS, usageRows } from "./usage";
import { ACCOUNTS, dayText, GO_LIVE, HISTORY_DAYS, TODAY, today } from "./window";
import { FEED_COLUMNS, RATE_COLUMNS, rateRows } from "./workspace";

type Table = {
  table: string;
  columns: string;
  rows: (account: Blueprint, from: number, to: number) => string;
  feed?: true;
};

const TABLES: readonly Table[] = [
  { table: "accounts", columns: ACCOUNT_COLUMNS, rows: accountRows },
  { table: "account_owners", columns: OWNER_COLUMNS, rows: ownerRows },
  { table: "account_attributes", columns: ATTRIBUTE_COLUMNS, rows: (account, _, to) => attributeRows(account, to) },
  { table: "contracts", columns: CONTRACT_COLUMNS, rows: contractRows, feed: true },
  { table: "outcomes", columns: OUTCOME_COLUMNS, rows: outcomeRows, feed: true },
  { table: "usage_days", columns: USAGE_COLUMNS, rows: usageRows, feed: true },
  { table: "entitlements", columns: ENTITLEMENT_COLUMNS, rows: entitlementRows },
  { table: "feature_usage", columns: FEATURE_COLUMNS, rows: featureRows, feed: true },
  { table: "tickets", columns: TICKET_COLUMNS, rows: ticketRows, feed: true },
  { table: "touchpoints", columns: TOUCHPOINT_COLUMNS, rows: touchpointRows, feed: true },
  { table: "invoices", columns: INVOICE_COLUMNS, rows: invoiceRows, feed: true },
  { table: "contacts", columns: CONTACT_COLUMNS, rows: (account, _, to) => contactRows(account, to), feed: true },
  { table: "surveys", columns: SURVEY_COLUMNS, rows: surveyRows, feed: true },
  { table: "milestones", columns: MILESTONE_COLUMNS, rows: milestoneRows, feed: true },
  { table: "events", columns: EVENT_COLUMNS, rows: eventRows, feed: true },
  { table: "metrics", columns: METRIC_COLUMNS, rows: metricRows, feed: true },
  { table: "scorecards", columns: SCORECARD_COLUMNS, rows: scorecardRows },
  { table: "plans", columns: PLAN_COLUMNS, rows: planRows },
  { table: "reviews", columns: REVIEW_COLUMNS, rows: reviewRows },
  { table: "forecast_calls", columns: FORECAST_CALL_COLUMNS, rows: forecastCallRows },
  { table: "decisions", columns: RED_DECISION_COLUMNS, rows: redDecisionRows },
];

/** Fills an empty, migrated database with the demo company in one transaction: 240 accounts with 24 months of raw signals and
 * the stories, or any other number of nameless ones for benchmarks, streamed. Scores are not written: they come from runs. */
export async function loadDemo(
  pool: Pool,
  {
    accounts = ACCOUNTS,
    days = HISTORY_DAYS,
    progress = () => {},
  }: { accounts?: number; days?: number; progress?: (table: string, rows: number) => void } = {},
): Promise<void> {
  const isStory = accounts === ACCOUNTS && days === HISTORY_DAYS;
  const from = today - days + 1;
  const book = isStory ? bookOf() : null;
  const blueprints = () => (book ? book.values() : generated(accounts, from));
  await withTransaction(
    pool,
    async ({ client }) => {
      await client.query(
        `update settings set name = 'Acme Cloud', currency = 'USD', time_zone = 'Europe/Berlin', fiscal_start_month = 12,
         today_fixed = $1, go_live_on = $2, is_demo = true`,
        [TODAY, GO_LIVE],
      );
      await copyText(client, "people", PEOPLE_COLUMNS, [peopleRows()]);
      await copyText(client, "person_roles", ROLE_COLUMNS, [roleRows()]);
      await copyText(client, "exchange_rates", RATE_COLUMNS, [rateRows()]);
      await copyText(client, "model_versions", MODEL_COLUMNS, [modelRows(dayText(from))]);
      const load = () => copyTables(client, blueprints, from, progress);
      if (isStory) await load();
      else
        await inBulk(
          client,
          TABLES.map(({ table }) => table),
          dayText(from),
          load,
        );
      if (isStory) {
        await reviewHelioLift(client);
        await addGuards(client);
      }
      await setSequences(client);
    },
    { statementTimeoutMillis: 0 },
  );
}

async function copyTables(
  client: PoolClient,
  blueprints: () => Iterable<Blueprint>,
  from: number,
  progress: (table: string, rows: number) => void,
): Promise<void> {
  let feeds = "";
  for (const { table, columns, rows, feed } of TABLES) {
    const count = await copyText(client, table, columns, blocks(blueprints(), rows, from));
    if (feed) feeds += line(table, dayText(from), TODAY, `${TODAY} 05:10:00+00`, count);
    progress(table, count);
  }
  await copyText(client, "feeds", FEED_COLUMNS, [feeds]);
  // The demo company's sources deliver every morning, a day without rows too.
  await client.query(
    `insert into told_days select feed, day::date, day::date from feeds, generate_series(first_day, last_day, interval '1 day') day`,
  );
}

function* generated(accounts: number, from: number): Generator<Blueprint> {
  for (let index = 0; index < accounts; index++) yield syntheticOf(index, from);
}

function* blocks(accounts: Iterable<Blueprint>, rows: Table["rows"], from: number): Generator<string> {
  for (const account of accounts) yield rows(account, from, today);
}

async function setSequences(client: PoolClient): Promise<void> {
  for (const table of ["people", "accounts"]) {
    await client.query(`select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`);
  }
}
