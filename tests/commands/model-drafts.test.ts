import type { Pool } from "pg";
import { beforeAll, expect, it, vi } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { findAccountReplay } from "@/db/queries/model/find-account-replay";
import { findTakeover } from "@/db/queries/model/find-takeover";
import { getDraftFacts } from "@/db/queries/model/get-draft-facts";
import { listCustomMeasures } from "@/db/queries/model/list-custom-measures";
import { findDraft, listDrafts } from "@/db/queries/model/list-drafts";
import { listMeasureCoverage } from "@/db/queries/model/list-measure-coverage";
import { listModelVersions } from "@/db/queries/model/list-model-versions";
import { listVersionMoves } from "@/db/queries/model/list-version-moves";
import { computeRun } from "@/lib/commands/compute-run";
import { createDraft } from "@/lib/commands/create-draft";
import { publishModel } from "@/lib/commands/publish-model";
import { removeDraft } from "@/lib/commands/remove-draft";
import { replayVersion } from "@/lib/commands/replay-version";
import { requestReplay } from "@/lib/commands/request-replay";
import { saveDraft } from "@/lib/commands/save-draft";
import { addDays } from "@/lib/core/calendar";
import type { Model } from "@/lib/core/health/model";
import { DEFAULT_MODEL } from "@/lib/core/templates/default-model";
import { templateOf } from "@/lib/core/templates/templates";
import { followModel } from "@/lib/jobs/follow-model";
import { type Ctx, contextOf, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

vi.setConfig({ testTimeout: 240_000 });
const TODAY = "2026-11-30";
let pool: Pool;
let ctx: Ctx;
let ana: Ctx;
let ben: Ctx;
/** The demo's version in force. */
let base: { version: number; model: Model };

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 40, days: 150 });
  ctx = await systemContext("test", databaseOn(pool));
  for (const asOf of ["2026-11-29", TODAY]) await computeRun(ctx, { asOf });
  base = (await listModelVersions(ctx))[0] as typeof base;
  [ana, ben] = (await Promise.all(["Ana Admin", "Ben Admin"].map(person))) as [Ctx, Ctx];
}, 240_000);

async function person(name: string): Promise<Ctx> {
  const { rows } = await pool.query<{ id: number }>(
    "insert into people (email, name, status) values ($1, $2, 'active') returning id",
    [`${name.replace(" ", ".")}@studio.test`, name],
  );
  const roles = ["admin"] as const;
  return contextOf({ kind: "person", personId: rows[0]?.id as number, name, email: "", roles }, databaseOn(pool));
}

const heavier = (model: Model, weight: number): Model => {
  const next = structuredClone(model);
  const [first] = next.definitions.default.measures;
  if (first) first.weight = weight;
  return next;
};
const tones = async () =>
  (await pool.query("select tone, count(*)::int as n from triage group by tone order by tone")).rows;

it("a draft begins as a template, a version, or the newest version with other cut-offs, and is discarded", async () => {
  const { id } = await createDraft(ana, { template: "risk_based" });
  expect(await findDraft(ana, id)).toMatchObject({
    model: templateOf("risk_based").model,
    baseVersion: base.version,
    revision: 0,
    updatedBy: "Ana Admin",
  });
  const preset = await createDraft(ana, { preset: "enterprise_annual" });
  const cutOffs = (await findDraft(ana, preset.id))?.model.definitions.default.bands.map(({ from }) => from);
  expect(cutOffs).toEqual([80, 70, 0]);
  const copy = await createDraft(ana, { version: base.version });
  expect((await findDraft(ana, copy.id))?.model).toEqual(base.model);
  expect(await listDrafts(ana)).toHaveLength(3);
  for (const draft of [id, preset.id, copy.id]) await removeDraft(ana, { id: draft });
  expect(await listDrafts(ana)).toEqual([]);
  await expect(removeDraft(ana, { id })).rejects.toThrow("published or discarded already");
  await expect(createDraft(ana, { template: "vibes" })).rejects.toThrow('no template "vibes"');
  await expect(createDraft(ana, { version: 99 })).rejects.toThrow("no model version 99");
});

it("of two people who save the same revision the second gets the first one's draft back, and nothing is lost", async () => {
  const { id } = await createDraft(ana, {});
  const [hers, his] = [heavier(DEFAULT_MODEL, 30), heavier(DEFAULT_MODEL, 40)];
  expect(await saveDraft(ana, { id, revision: 0, model: hers })).toEqual({ isSaved: true, revision: 1 });
  const refused = await saveDraft(ben, { id, revision: 0, model: his });
  expect(refused).toMatchObject({ isSaved: false, revision: 1, model: hers, by: "Ana Admin" });
  expect((await findDraft(ana, id))?.model).toEqual(hers);
  expect(await saveDraft(ben, { id, revision: 1, model: his })).toEqual({ isSaved: true, revision: 2 });
  expect(await findDraft(ana, id)).toMatchObject({ model: his, revision: 2, updatedBy: "Ben Admin" });
  await removeDraft(ana, { id });
});

it("a draft that is wrong is kept as it is, and only what is sound is published", async () => {
  const { id } = await createDraft(ana, {});
  const wrong = heavier(DEFAULT_MODEL, 0);
  await saveDraft(ana, { id, revision: 0, model: wrong });
  expect((await findDraft(ana, id))?.model).toEqual(wrong);
  const bare = structuredClone(DEFAULT_MODEL);
  bare.definitions.default.bands = bare.definitions.default.bands.map(({ playbook: _, ...band }, i) => ({
    ...band,
    key: `b${i}`,
  }));
  bare.definitions.default.guardrails = [];
  bare.definitions.default.watched = [];
  await expect(publishModel(ana, { model: bare, note: "No duties" })).rejects.toThrow("Green lacks a playbook");
  await removeDraft(ana, { id });
});

it("the values of a draft's measures are counted once an account, a half-written measure hides none, and sums agree with the run", async () => {
  const { id } = await createDraft(ana, {});
  const { measures } = base.model.definitions.default;
  const model = structuredClone(base.model);
  model.definitions.default.measures.push(
    { key: "nps", weight: 5, missing: "exclude", scoring: { type: "linear", worst: -20, best: 50 } },
    { key: "vibes", weight: 5, missing: "exclude", scoring: { type: "linear", worst: 0, best: 1 } },
  );
  await saveDraft(ana, { id, revision: 0, model });
  const facts = await getDraftFacts(ana, { id, definition: "default" });
  expect(Object.keys(facts.spreads)).toEqual([...measures.map(({ key }) => key), "nps"]);
  for (const spread of Object.values(facts.spreads)) {
    const counted = spread.kind === "numbers" ? spread.counts : spread.levels.map(({ count }) => count);
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(spread.n);
    expect(spread.n + spread.missing + spread.none).toBe(facts.accounts);
  }
  const coverage = (await listMeasureCoverage(ana)).find(({ definition }) => definition === "default");
  expect(coverage?.accounts).toBe(facts.accounts);
  measures.forEach(({ key }, i) => {
    expect(coverage?.covered[i]).toBe(facts.accounts - (facts.spreads[key]?.missing ?? 0));
  });
  await pool.query(
    `insert into metrics (account_id, key, day, value)
     select account_id, key, '2026-11-01', 1 from (select account_id from triage order by arr_cents limit 1) smallest,
       unnest(array['zest', 'api_errors', 'api_errors_2']) key`,
  );
  const { rows } = await pool.query<{ key: string }>("select distinct key from metrics order by key");
  // Of every account, the smallest too: a text, numbers, and more texts than can be told apart.
  await pool.query(
    `update account_attributes set attributes = attributes
       || jsonb_build_object('rooms', account_id, 'domain', account_id || '.test', 'vip',
         account_id = (select account_id from triage order by arr_cents nulls last, account_id desc limit 1) or null)`,
  );
  const { rows: book } = await pool.query("select from triage");
  const custom = await listCustomMeasures(ana);
  expect(custom.metrics).toEqual(rows.map(({ key }) => key));
  expect(custom.attributes).toContainEqual({ key: "vip", levels: ["true"], accounts: 1 });
  expect(custom.attributes).toContainEqual({ key: "rooms", levels: null, accounts: book.length });
  expect(custom.tooMany).toEqual(["domain"]);
  // Another revision of the run counts nothing anew; an account that leaves the book does.
  await pool.query("update runs set revision = revision + 1 where is_current");
  const at = custom.attributes.findIndex(({ levels }) => levels !== null);
  expect((await listCustomMeasures(ana)).attributes[at]?.levels).toBe(custom.attributes[at]?.levels);
  await pool.query("create table gone as table triage; delete from triage where account_id = 1");
  const left = { key: "rooms", levels: null, accounts: book.length - 1 };
  expect((await listCustomMeasures(ana)).attributes).toContainEqual(left);
  await pool.query("insert into triage select * from gone where account_id = 1; drop table gone");
  expect(rows.length).toBeGreaterThanOrEqual(3);
  await removeDraft(ana, { id });
});

it("publishing ends the draft, names an owner, and scores everybody anew at once; what moved counts as re-scored", async () => {
  const { id } = await createDraft(ana, { template: "risk_based" });
  const model = templateOf("risk_based").model;
  await expect(publishModel(ana, { model, note: "Too late", draft: { id, revision: 7 } })).rejects.toThrow(
    "look at it again",
  );
  const ownerId = ben.actor.kind === "person" ? ben.actor.personId : 0;
  const { version } = await publishModel(ana, {
    model,
    note: "Retention first",
    expected: "12 accounts would move down.",
    ownerId,
    nextReviewOn: "2027-01-31",
    draft: { id, revision: 0 },
  });
  expect(await findDraft(ana, id)).toBeNull();
  const [newest] = await listModelVersions(ana);
  expect(newest).toMatchObject({
    version,
    model,
    owner: "Ben Admin",
    publishedBy: "Ana Admin",
    nextReviewOn: "2027-01-31",
    expected: "12 accounts would move down.",
  });
  const jobs = await pool.query("select key from graphile_worker.jobs where task_identifier = 'follow-model'");
  expect(jobs.rows).toEqual([{ key: "follow-model" }]);
  const before = await tones();
  const foretold = await listVersionMoves(ana, base.version, version);
  await followModel();
  const { rows: run } = await pool.query("select model_version from runs where is_current");
  expect(run).toEqual([{ model_version: version }]);
  const sums = (side: "from" | "to") =>
    [0, 1, 2, 3].flatMap((tone) => {
      const n = foretold?.moves.filter((move) => move[side] === tone).reduce((sum, { accounts }) => sum + accounts, 0);
      return n ? [{ tone, n }] : [];
    });
  expect(sums("from")).toEqual(before);
  expect(sums("to")).toEqual(await tones());
  await followModel();
  expect((await pool.query("select count(*)::int as n from runs")).rows).toEqual([{ n: 3 }]);
});

it("a version that begins later changes no score today, and its review lies after it begins", async () => {
  const soon = addDays(TODAY, 3);
  const model = heavier(DEFAULT_MODEL, 35);
  await expect(publishModel(ana, { model, note: "Later", effectiveFrom: soon, nextReviewOn: soon })).rejects.toThrow(
    "next review lies after",
  );
  await publishModel(ana, { model, note: "Later", effectiveFrom: soon });
  await followModel();
  expect((await pool.query("select model_version from runs where is_current")).rows).toEqual([
    { model_version: base.version + 1 },
  ]);
});

it("the past is told by a version only when asked, beside what was published, which stays to the byte", async () => {
  const published = async () =>
    (await pool.query("select md5(string_agg(h::text, ';' order by account_id, day)) as sum from health_day h"))
      .rows[0];
  const before = await published();
  const { rows } = await pool.query<{ id: number }>("select account_id as id from triage order by 1 limit 1");
  const accountId = rows[0]?.id as number;
  const span = { from: "2026-09-01", to: TODAY };
  expect(await findAccountReplay(ana, accountId, span)).toBeNull();
  await requestReplay(ana, { version: base.version + 1 });
  expect((await listModelVersions(ana)).find(({ version }) => version === base.version + 1)?.replay).toMatchObject({
    isFinished: false,
  });
  const days = await replayVersion(ctx, { version: base.version + 1, ...span });
  expect(days).toBeGreaterThan(12);
  const told = await findAccountReplay(ana, accountId, span);
  expect(told?.version).toBe(base.version + 1);
  expect(told?.points.at(-1)?.day).toBe(TODAY);
  const { rows: today } = await pool.query("select health from triage where account_id = $1", [accountId]);
  expect(told?.points.at(-1)?.health).toBe(today[0]?.health);
  expect(await published()).toEqual(before);
  await expect(requestReplay(ana, { version: 99 })).rejects.toThrow("no model version 99");
});

it("how bands stood before and after a version took over is told from the runs published then", async () => {
  const found = await findTakeover(ana, base.version + 1);
  expect(found).toMatchObject({ before: "2026-11-29", after: TODAY, versionBefore: base.version });
  expect(found?.moves.reduce((sum, { accounts }) => sum + accounts, 0)).toBeGreaterThan(30);
  expect(await findTakeover(ana, base.version + 2)).toBeNull();
});
