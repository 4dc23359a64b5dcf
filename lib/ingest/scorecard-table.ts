import type { PoolClient } from "pg";
import { type Applied, settleRepeats } from "./apply-stage";
import { type Journal, journalSince, keepBefore } from "./journal";
import { rejectWhere } from "./refused-rows";
import type { TableSpec } from "./table-spec";

/** The scorecards file. A month's card that differs from the one on record becomes its next version. */
export const SCORECARDS: TableSpec = {
  table: "scorecards",
  feed: null,
  key: ["period"],
  dated: "submitted_at",
  columns: [
    { name: "period", type: "text", required: true },
    { name: "champion", type: "text", values: ["active", "at_risk", "missing"] },
    { name: "executive", type: "text", values: ["active", "lapsed", "none", "n/a"] },
    { name: "outcome", type: "text", values: ["defensible", "in_development", "missing"] },
    { name: "reason", type: "text" },
    { name: "executive_reason", type: "text" },
    { name: "outcome_reason", type: "text" },
    { name: "submitted_by", type: "text" },
    { name: "submitted_at", type: "instant" },
  ],
};

/** A blank reason leaves the one on record. */
const NOTES = [
  ["reason", "champion_note"],
  ["executive_reason", "executive_note"],
  ["outcome_reason", "outcome_note"],
]
  .map(
    ([column, note]) =>
      `case when '${column}' = any(s.cleared) then null else coalesce(s.${column}, latest.${note}) end`,
  )
  .join(", ");

/** The card on record for the month of a staged row `s`, and whether the row says otherwise. */
const ON_RECORD = `lateral (
       select * from scorecards c where c.account_id = s.account_id and c.period = s.period and c.recorded_as <> 'challenge'
       order by version desc limit 1
     ) latest`;
const DIFFERS = `(latest.champion, latest.executive, latest.outcome, latest.champion_note, latest.executive_note, latest.outcome_note)
       is distinct from (s.champion, s.executive, s.outcome, ${NOTES})`;

/** The day on which whoever fills the card submitted the month of a staged row; null while it is open. */
const LOCKED_ON = `(
  select case when m.reopened_on is null then m.submitted_on end from triage t, settings w, scorecard_months m
  where t.account_id = staged.account_id and m.period = staged.period
    and m.person_id = case w.scorecard_owner when 'am' then coalesce(t.am_id, t.csm_id) else coalesce(t.csm_id, t.am_id) end
  order by m.id desc limit 1)`;

/** Adds staged scorecards as versions; one equal to the card on record for its month is unchanged; a challenge is not on record.
 * A month that its person has submitted takes none that says otherwise. */
export async function applyScorecards(client: PoolClient, journal: Journal | null = null): Promise<Applied> {
  await rejectWhere(
    client,
    "period !~ '^[0-9]{4}-(0[1-9]|1[0-2])$'",
    "period",
    `'"' || period || '" is not a month as YYYY-MM'`,
  );
  for (const answer of ["champion", "executive", "outcome"]) {
    await rejectWhere(client, `${answer} is null`, answer, "'is required'");
  }
  const unknown =
    "submitted_by is not null and not exists (select 1 from people p where p.email = lower(submitted_by))";
  await rejectWhere(
    client,
    unknown,
    "submitted_by",
    "'nobody has the e-mail ' || submitted_by || '; import people first'",
  );
  const changes = `exists (select from staged s left join ${ON_RECORD} on true where s.ctid = staged.ctid and ${DIFFERS})`;
  await rejectWhere(
    client,
    `${LOCKED_ON} is not null and ${changes}`,
    "period",
    `period || ' was submitted on ' || ${LOCKED_ON} || ': a manager can reopen it'`,
  );
  const repeated = await settleRepeats(client, SCORECARDS);
  const { rows } = await client.query<{ staged: number; first: string | null; last: string | null }>(
    `select count(*)::int as staged, min(period || '-01')::date as first, max(period || '-01')::date as last from staged`,
  );
  const scopes = [
    { table: "scorecards", where: "(t.account_id, t.period) in (select s.account_id, s.period from staged s)" },
  ];
  if (journal) await keepBefore(client, scopes);
  const { rowCount } = await client.query(
    `insert into scorecards (account_id, period, version, champion, executive, outcome, champion_note, executive_note, outcome_note, author_id, recorded_as, submitted_on)
     select s.account_id, s.period, coalesce(newest.version, 0) + 1, s.champion, s.executive, s.outcome, ${NOTES}, p.id, 'import',
            coalesce(s.submitted_at::timestamptz::date, ((s.period || '-01')::date + interval '1 month' - interval '1 day')::date)
     from staged s
     left join people p on p.email = lower(s.submitted_by)
     left join lateral (
       select max(version) as version from scorecards c where c.account_id = s.account_id and c.period = s.period
     ) newest on true
     left join ${ON_RECORD} on true
     where ${DIFFERS}`,
  );
  if (journal) await journalSince(client, journal, scopes);
  const accepted = rowCount ?? 0;
  const { staged = 0, first = null, last = null } = rows[0] ?? {};
  return { accepted, updated: 0, unchanged: staged - accepted + repeated, firstDay: first, lastDay: last };
}
