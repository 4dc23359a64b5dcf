import type { Pool } from "pg";

/** Everything that a run writes and people see, without the ids of runs, as text to compare byte by byte. */
export async function runSnapshot(pool: Pool): Promise<Record<string, string[]>> {
  const queries = {
    scores: `select (to_jsonb(s) - 'run_id')::text as row from run_scores s
      where run_id = (select id from runs where is_current) order by account_id`,
    triage: "select (to_jsonb(t) - 'run_id')::text as row from triage t order by account_id",
    healthDay: "select to_jsonb(h)::text as row from health_day h order by day, account_id",
    portfolioDay: "select to_jsonb(p)::text as row from portfolio_day p order by day, dimension, value, band",
    portfolioMeasures: "select to_jsonb(p)::text as row from portfolio_measures p order by dimension, value, measure",
    portfolioTiles: "select to_jsonb(p)::text as row from portfolio_tiles p order by dimension, value, tile",
    portfolioRenewals:
      "select to_jsonb(p)::text as row from portfolio_renewals p order by dimension, value, month, tone",
    divergences:
      "select (to_jsonb(d) - 'id' - 'recorded_at')::text as row from divergences d order by account_id, opened_on, sign",
    run: "select accounts::text as row from runs where is_current",
  };
  const snapshot: Record<string, string[]> = {};
  for (const [name, sql] of Object.entries(queries))
    snapshot[name] = (await pool.query<{ row: string }>(sql)).rows.map(({ row }) => row);
  return snapshot;
}
