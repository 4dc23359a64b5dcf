import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";
import { NONE } from "@/lib/core/measures/reading";
import { RuleCondition } from "@/lib/core/notices/rule";
import { isMeasureHeld } from "./holds/load-holds";
import { loadRunModel } from "./load-run-model";

type Rule = {
  id: number;
  name: string;
  measureKey: string;
  condition: unknown;
  days: number;
  segment: string | null;
  evaluatedRun: number | null;
};
type Run = { id: number; asOf: Day; version: number };

/** Looks at the readings of runs published since each rule last did (a new rule: at the days it asks for) and owes a notice for
 * each account on which it has held on every run for its number of days; again only after it has ceased to hold. */
export async function evaluateRules(client: ClientBase): Promise<number> {
  const { rows: rules } = await client.query<Rule>(
    `select id, name, measure_key as "measureKey", condition, days, segment, evaluated_run as "evaluatedRun"
     from notice_rules
     where enabled and evaluated_run is distinct from (select id from runs where is_current) order by id for update skip locked`,
  );
  let owed = 0;
  for (const rule of rules) owed += await evaluateRule(client, rule);
  return owed;
}

async function evaluateRule(client: ClientBase, rule: Rule): Promise<number> {
  const { rows: runs } = await client.query<Run>(
    `select distinct on (as_of) id, as_of as "asOf", model_version as version from runs
     where status = 'published' and to_regclass('run_scores_' || id) is not null
       and as_of <= (select as_of from runs where is_current)
       and case when $1::int is null then as_of > (select as_of from runs where is_current) - $2::int else id > $1 end
     order by as_of, id desc`,
    [rule.evaluatedRun, rule.days],
  );
  const last = runs.at(-1);
  if (!last) return 0;
  for (const run of runs)
    if (!(await isMeasureHeld(client, rule.measureKey, run.asOf))) await noteMatches(client, rule, run);
  await client.query(
    "update notice_rules set evaluated_run = (select max(id) from unnest($2::int[]) id) where id = $1",
    [rule.id, runs.map(({ id }) => id)],
  );
  const { rowCount } = await client.query(
    `with told as (
       update notice_matches set announced_on = $2
       where rule_id = $1 and announced_on is null and $2::date - since + 1 >= $3 returning account_id, since)
     insert into outbox (dedupe_key, kind, payload)
     select format('rule:%s:%s:%s', $1::int, account_id, since), 'rule_matched',
       jsonb_build_object('accountId', account_id, 'asOf', $2::text, 'ruleId', $1::int, 'name', $4::text)
     from told on conflict (dedupe_key) do nothing`,
    [rule.id, last.asOf, rule.days, rule.name],
  );
  return rowCount ?? 0;
}

/** Starts a spell for accounts on which the rule holds in a run, and ends it for all others. */
async function noteMatches(client: ClientBase, rule: Rule, run: Run): Promise<void> {
  const { side, value } = RuleCondition.parse(rule.condition);
  const model = await loadRunModel(client, run.asOf, run.version);
  const places = model.compiled.map(({ keys }) => keys.indexOf(rule.measureKey) + 1);
  await client.query(
    `with reading as (
       select account_id, readings[($4::int[])[definition + 1]] as reading from run_scores where run_id = $2
     ), holding as (
       select account_id from reading
       where reading <> 'NaN' and reading <> $6 and reading ${side === "below" ? "<" : ">"} $5
         and ($7::text is null or $7 = (
           select segment from account_attributes a where a.account_id = reading.account_id and valid_from <= $3
           order by valid_from desc limit 1))
     ), ended as (
       delete from notice_matches where rule_id = $1 and account_id not in (select account_id from holding)
     )
     insert into notice_matches (rule_id, account_id, since) select $1, account_id, $3 from holding
     on conflict do nothing`,
    [rule.id, run.id, run.asOf, places, value, NONE, rule.segment],
  );
}
