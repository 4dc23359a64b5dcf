import type { Pool } from "pg";
import { beforeAll, expect, it } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { getAnswerDefinitions } from "@/db/queries/get-answer-definitions";
import { listModelVersions } from "@/db/queries/model/list-model-versions";
import { listScoringVersions } from "@/db/queries/validation/list-scoring-versions";
import { createDraft } from "@/lib/commands/create-draft";
import { fanOutNotices } from "@/lib/commands/fan-out-notices";
import { publishAnswerTexts } from "@/lib/commands/publish-answer-texts";
import { publishModel } from "@/lib/commands/publish-model";
import { requestReplay } from "@/lib/commands/request-replay";
import { withdrawVersion } from "@/lib/commands/withdraw-version";
import { inForceOn } from "@/lib/core/model-draft/in-force";
import { DEFAULT_MODEL } from "@/lib/core/templates/default-model";
import { type Ctx, contextOf } from "@/lib/server/context";
import { loadModelHistory, loadRunModel } from "@/lib/server/run/load-run-model";
import { testDatabase } from "@/tests/setup";

const [TODAY, THEN] = ["2026-11-30", "2026-12-15"] as const;
let pool: Pool;
let ana: Ctx;
let version: number;
const reason = "Finance wants the old one until the audit.";

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 12, days: 60 });
  const { rows } = await pool.query<{ id: number; name: string }>(
    "select id, name from people where email = 'admin@demo.test'",
  );
  const { id: personId = 0, name = "" } = rows[0] ?? {};
  ana = await contextOf({ kind: "person", personId, name, email: "", roles: ["admin"] }, databaseOn(pool));
  ({ version } = await publishModel(ana, {
    ...{ model: { ...DEFAULT_MODEL, answers: { champion: { active: "planned" } } }, note: "Planned" },
    ...{ effectiveFrom: THEN, replay: true },
  }));
  await fanOutNotices(ana);
}, 120_000);

const scoresOn = async (day: string) => {
  const client = await pool.connect();
  const found = [(await loadRunModel(client, day)).version, (await loadModelHistory(client))(day).version];
  client.release();
  return found;
};

it("only a version whose day has not come is withdrawn, and only where another counts", async () => {
  await expect(withdrawVersion(ana, { version: 99, reason })).rejects.toThrow("no model version 99");
  await expect(withdrawVersion(ana, { version: 2, reason })).rejects.toThrow("has begun: go back to another version");
  await pool.query("update model_versions set effective_from = effective_from + 2000 where version <= 2");
  await expect(withdrawVersion(ana, { version, reason })).rejects.toThrow("No other version has begun");
  await pool.query("update model_versions set effective_from = effective_from - 2000 where version <= 2");
});

it("a planned version that is withdrawn never counts, and stays in the list with who, when and why", async () => {
  expect(await scoresOn(THEN)).toEqual([version, version]);
  await withdrawVersion(ana, { version, reason });
  expect(await scoresOn(THEN)).toEqual([2, 2]);
  const versions = await listModelVersions(ana);
  expect(versions[0]).toMatchObject({ version, effectiveFrom: THEN, replay: null });
  expect(versions[0]?.withdrawn).toEqual({ on: TODAY, by: ana.actor.kind === "person" ? ana.actor.name : "", reason });
  expect(inForceOn(versions, THEN)?.version).toBe(2);
  expect((await listScoringVersions(ana)).map((found) => found.version)).toEqual([2, 1]);
  expect((await getAnswerDefinitions(ana, THEN)).champion.options[0]?.means).not.toBe("planned");
  await expect(withdrawVersion(ana, { version, reason })).rejects.toThrow("was withdrawn on 30 Nov 2026");
  await expect(requestReplay(ana, { version })).rejects.toThrow(`no model version ${version}`);
  const { rows } = await pool.query("select key from graphile_worker.jobs where key like 'replay-version%'");
  expect(rows).toEqual([]);
});

it("whoever was told of the plan is told, once, with the reason; the audit log names before and after", async () => {
  await fanOutNotices(ana);
  const { rows } = await pool.query<{ text: string; people: number[] }>(
    `select text, array_agg(person_id order by person_id) as people from notifications
     where kind = 'model_published' group by text order by text`,
  );
  expect(rows.map(({ text }) => text)).toEqual([
    `model version ${version}, ${DEFAULT_MODEL.name}, is withdrawn before its day: ${reason}`,
    `model version ${version}, ${DEFAULT_MODEL.name}: Planned`,
  ]);
  expect(rows[0]?.people.length).toBeGreaterThan(3);
  expect(rows[0]?.people).toEqual(rows[1]?.people);
  const audit = await pool.query("select subject, before, after from audit where entry = 'model.withdrawn'");
  expect(audit.rows).toEqual([
    { subject: `version ${version}`, before: { name: DEFAULT_MODEL.name, effectiveFrom: THEN }, after: { reason } },
  ]);
});

it("what follows takes up the version that counts, under the next number", async () => {
  const { id } = await createDraft(ana, {});
  const { rows } = await pool.query("select base_version from model_drafts where id = $1", [id]);
  expect(rows).toEqual([{ base_version: 2 }]);
  const texts = { champion: { active: "named" } };
  expect(await publishAnswerTexts(ana, { texts, note: "Words" })).toEqual({ version: version + 1 });
  expect(await scoresOn(TODAY)).toEqual([version + 1, version + 1]);
  const [newest] = await pool
    .query("select scoring_version from model_versions order by version desc")
    .then((r) => r.rows);
  expect(newest).toEqual({ scoring_version: 2 });
});
