import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { adoptDefaultModel } from "@/lib/commands/adopt-default-model";
import { computeRun } from "@/lib/commands/compute-run";
import { replayHistory } from "@/lib/commands/replay-history";
import type { Role } from "@/lib/core/access";
import { contextOf, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";
import { ASKS, BEFORE, type Query, SECRET, TODAY } from "./asks";
import { WITHOUT_ACCOUNTS } from "./without-accounts";

/** What only the foreign account is worth; it stands in no sum of one's own. */
const FOREIGN_ARR = 7_777_700;
const OWN_ARR = 1_234_500;

const files = readdirSync("db/queries", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
const exported = files.flatMap((file) => {
  const source = readFileSync(join("db/queries", file), "utf8");
  return [...source.matchAll(/^export async function (\w+)/gm)].map(([, name]) => ({ file, name: name as string }));
});

let pool: Pool;
let ids: { own: number; foreign: number; csm: number; viewer: number };

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await pool.query("update settings set visibility = 'own', today_fixed = $1", [TODAY]);
  const person = async (email: string, role: string) => {
    const { rows } = await pool.query(
      "insert into people (email, name, status) values ($1, $1, 'active') returning id",
      [email],
    );
    await pool.query("insert into person_roles values ($1, $2)", [rows[0].id, role]);
    return rows[0].id as number;
  };
  const [csm, other, viewer] = [
    await person("csm@x.test", "csm"),
    await person("other@x.test", "csm"),
    await person("v@x.test", "viewer"),
  ];
  const own = await account("Own", csm, OWN_ARR);
  const foreign = await account(SECRET, other, FOREIGN_ARR);
  ids = { own, foreign, csm, viewer };
  const ctx = await systemContext("test");
  await pool.query(
    "insert into feeds (feed, first_day, last_day) select unnest(array['contracts','usage_days','contacts']), '2026-01-01', $1::date",
    [TODAY],
  );
  await adoptDefaultModel(ctx);
  await replayHistory(ctx, { from: "2026-10-01", to: TODAY });
  await computeRun(ctx, {});
  await pool.query(
    "insert into opened_playbooks (account_id, band, opened_on, opened_by) values ($1, 'red', $2, 'data') on conflict do nothing",
    [foreign, BEFORE],
  );
  await pool.query(
    "insert into divergences (account_id, sign, gap, tones, severe, opened_on, due_on, owner_role, note) values ($1, 'hidden_risk', 40, 2, true, $2, $2, 'manager', $3)",
    [foreign, BEFORE, SECRET],
  );
  await pool.query(
    "insert into plans (account_id, kind, goal, next_step, owner_id, opened_on, due_on, status) values ($1, 'recovery', $3, $3, $4, $2, '2026-12-05', 'open')",
    [foreign, BEFORE, SECRET, viewer],
  );
  await pool.query("insert into play_draws (account_id, play, drawn_on, held) values ($1, 're_engage', $2, true)", [
    foreign,
    BEFORE,
  ]);
  await pool.query("insert into model_replay_requests (version, finished_at) values (1, now())");
  await pool.query("insert into model_replays (version, account_id, day, health) values (1, $1, $2, 50)", [
    foreign,
    TODAY,
  ]);
  await pool.query("insert into decisions (account_id, kind, decided_on, note) values ($1, 'accept', $2, $3)", [
    foreign,
    BEFORE,
    SECRET,
  ]);
  await pool.query(
    "insert into reviews (account_id, kind, planned_on, held_on, note) values ($1, 'review', '2026-12-03', null, $3), ($1, 'review', null, $2, $3)",
    [foreign, BEFORE, SECRET],
  );
  await pool.query("update triage set score = 60, score_tone = 2, qualitative = 15, people_tone = 1");
  await pool.query(
    "insert into notifications (person_id, dedupe_key, kind, account_id, text, href) select unnest($1::int[]), 'k', 'band_changed', $2::int, $3, $3",
    [[csm, viewer], foreign, SECRET],
  );
  await pool.query(
    "insert into touchpoints (account_id, external_id, at, kind, two_way) values ($1, 't', $2, 'call', true)",
    [foreign, BEFORE],
  );
  await pool.query(
    "insert into outcomes (account_id, external_id, kind, decided_on, effective_on, note) values ($1, 'o', 'renewed', $2, $2, $3)",
    [foreign, BEFORE, SECRET],
  );
  await pool.query(
    "insert into forecast_calls (account_id, decide_by, call, called_on) values ($1, $2, 'commit', $2::date - 1)",
    [foreign, BEFORE],
  );
  await pool.query("insert into accounts (external_id, slug, name, parent_id) values ('child', 'child', $2, $1)", [
    foreign,
    SECRET,
  ]);
}, 240_000);

async function account(name: string, csm: number, arrCents: number): Promise<number> {
  const key = name.toLowerCase();
  const { rows } = await pool.query(
    "insert into accounts (external_id, slug, name, customer_since) values ($1, $1, $2, '2025-01-01') returning id",
    [key, name],
  );
  const id = rows[0].id as number;
  await pool.query("insert into account_owners values ($1, '2025-01-01', $2, null)", [id, csm]);
  await pool.query("insert into account_attributes values ($1, '2025-01-01', 'SMB', null, '{}')", [id]);
  await pool.query(
    "insert into contracts (account_id, external_id, starts_on, ends_on, arr_cents, currency, seats) values ($1, 'c', '2026-01-01', '2026-12-31', $2, 'USD', 10)",
    [id, arrCents],
  );
  await pool.query(
    "insert into usage_days (account_id, day, active_users) select $1, d::date, 7 from generate_series('2026-01-01'::date, $2, '1 day') d",
    [id, TODAY],
  );
  await pool.query(
    "insert into contacts (account_id, external_id, name, role, active_from, active_to) values ($1, 'p', $2, 'champion', '2026-01-01', '2026-11-01')",
    [id, name],
  );
  await pool.query(
    "insert into scorecards (account_id, period, version, champion, executive, outcome, champion_note, recorded_as, submitted_on) values ($1, '2026-10', 1, 'missing', 'none', 'missing', $2, 'owner', '2026-10-28')",
    [id, name],
  );
  return id;
}

async function ask(name: string, personId: number, roles: Role[]): Promise<string> {
  const file = exported.find((one) => one.name === name)?.file.replace(/\.ts$/, "");
  const [base, folder] = (file ?? "").split("/").reverse();
  // A variable import finds files of one folder.
  const found = await (folder
    ? import(`../../db/queries/${folder}/${base}.ts`)
    : import(`../../db/queries/${base}.ts`));
  const { [name]: query } = found as Record<string, Query>;
  const ctx = await contextOf({ kind: "person", personId, name: "P", email: "p@x.test", roles });
  try {
    const answer = await ASKS[name]?.(query as Query, ctx, ids.foreign);
    return JSON.stringify(answer, (_, value) => (value instanceof Map ? [...value] : value));
  } catch (error) {
    return (error as { kind?: string }).kind ?? String(error);
  }
}

/** An answer that knows nothing of the foreign account: refused, empty, or of one's own accounts alone. */
function isSilent(answer: string): boolean {
  const told = [
    SECRET,
    SECRET.toLowerCase(),
    String(FOREIGN_ARR),
    String(FOREIGN_ARR + OWN_ARR),
    `"accountId":${ids.foreign},`,
  ];
  return told.every((secret) => !answer.includes(secret)) && !/"accounts":2\b/.test(answer);
}

describe("every query", () => {
  it("stands in one of this test's lists, and nothing else does", () => {
    const known = [...Object.keys(ASKS), ...Object.keys(WITHOUT_ACCOUNTS)].sort();
    expect(known).toEqual(exported.map(({ name }) => name).sort());
  });

  it.each(Object.keys(ASKS))("%s tells a CSM nothing of an account outside the book", async (name) => {
    const answer = await ask(name, ids.csm, ["csm"]);
    expect(isSilent(answer), answer).toBe(true);
    expect(
      ["not_found", "forbidden", "null", "[]"].includes(answer) || answer.startsWith("{") || answer.startsWith("["),
      answer,
    ).toBe(true);
  });

  it.each(Object.keys(ASKS))("%s tells someone without a role nothing at all", async (name) => {
    expect(isSilent(await ask(name, ids.csm, []))).toBe(true);
  });

  it.each(Object.keys(ASKS))("%s tells a viewer of it, so that the silence above means something", async (name) => {
    const answer = await ask(name, ids.viewer, ["viewer"]);
    expect(["not_found", "forbidden", "null", "[]"]).not.toContain(answer);
  });
});
