import { beforeAll, describe, expect, it } from "vitest";
import { getImportSession } from "@/db/queries/get-import-session";
import { describeImport } from "@/lib/commands/describe-import";
import { mapImport } from "@/lib/commands/map-import";
import { startImport } from "@/lib/commands/start-import";
import { uploadImportFile } from "@/lib/commands/upload-import-file";
import { Mapping } from "@/lib/ingest/mapping";
import { systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

beforeAll(async () => {
  await testDatabase();
});

async function upload(name: string, text: string, mayBeMended = true): Promise<number> {
  const ctx = await systemContext("test");
  const { sessionId } = await startImport(ctx);
  const bytes = (async function* () {
    yield Buffer.from(text);
  })();
  const { importId } = await uploadImportFile(ctx, { sessionId, name, length: null, bytes, mayBeMended });
  sessionOf.set(importId, sessionId);
  return importId;
}

const sessionOf = new Map<number, number>();

async function fileOf(importId: number) {
  const session = await getImportSession(await systemContext("test"), sessionOf.get(importId) ?? 0);
  const [file] = session.files;
  if (!file?.profile) throw new Error("no profile");
  return { ...file, profile: file.profile };
}

const describeAs = async (importId: number, said: Omit<Parameters<typeof describeImport>[1], "importId">) =>
  describeImport(await systemContext("test"), { importId, ...said });

/** Two columns of the same name stand in line 1; the names that count stand in line 2. */
const TITLED = "Region,Region,Q3\naccount_id,name,seats\na-1,Acme,5\na-2,Bolt,7\n";

describe("a file that is thought to be written otherwise than it is", () => {
  it("is kept with what is wrong, and read once somebody says the line of its columns", async () => {
    await expect(upload("accounts.csv", TITLED, false)).rejects.toThrow('Two columns are named "Region"');
    const importId = await upload("accounts.csv", TITLED);
    const before = await fileOf(importId);
    expect(before.profile).toMatchObject({ fault: 'Two columns are named "Region".', columns: [], sample: [] });
    expect(before.profile.choices.lines.slice(0, 2)).toEqual([
      { line: 1, cells: ["Region", "Region", "Q3"] },
      { line: 2, cells: ["account_id", "name", "seats"] },
    ]);
    const profile = await describeAs(importId, { dialect: { headerLine: 2 } });
    expect(profile).toMatchObject({ fault: null, suggestion: { table: "accounts" } });
    expect(profile.sample).toEqual([
      { account_id: "a-1", name: "Acme", seats: "5" },
      { account_id: "a-2", name: "Bolt", seats: "7" },
    ]);
    expect(profile.dialect.evidence).toContain("the columns are named in line 2, as chosen");
  });

  it("has other columns, rows and suggestions at once, and keeps what was said when its table is chosen", async () => {
    const importId = await upload("list.csv", "account_id;name,legal\na-1;Acme,Inc\na-2;Bolt,Ltd\n");
    const commas = await describeAs(importId, { dialect: { delimiter: "," } });
    expect(commas.columns.map(({ header }) => header)).toEqual(["account_id;name", "legal"]);
    const semicolons = await describeAs(importId, { dialect: { delimiter: ";" } });
    expect(semicolons.columns.map(({ header }) => header)).toEqual(["account_id", "name,legal"]);
    await describeAs(importId, { dialect: { delimiter: "," } });
    const chosen = await describeAs(importId, { table: "accounts" });
    expect(chosen.dialect.delimiter).toBe(",");
    const found = await describeAs(importId, { dialect: {} });
    expect(found).toMatchObject({ chosen: { dialect: {}, table: "accounts" } });
    expect(found.dialect.evidence.join()).not.toContain("as chosen");
  });

  it("stays as it was where what is said makes no table of it", async () => {
    const importId = await upload("accounts.csv", "account_id,name\na-1,Caf\u00e9\n");
    await expect(describeAs(importId, { dialect: { encoding: "utf-16le" } })).resolves.toMatchObject({
      columns: expect.any(Array),
    });
    const back = await describeAs(importId, { dialect: {} });
    expect(back.sample).toEqual([{ account_id: "a-1", name: "Café" }]);
    expect((await fileOf(importId)).profile.dialect.encoding).toBe("utf-8");
  });
});

describe("a column chosen by hand", () => {
  it("is read as its cells prove, and what they leave open is asked", async () => {
    const text =
      "Customer,Ref,Wann,Bis,Wichtigkeit,Zufrieden\na-1,t-1,31.10.2026,01.11.2026,hoch,4\na-2,t-2,01.10.2026,02.11.2026,Sev9,5\na-2,t-3,02.10.2026,03.11.2026,,5\n";
    const importId = await upload("export.csv", text);
    const ctx = await systemContext("test");
    await describeAs(importId, { table: "tickets" });
    const columns = { account_id: "Customer", id: "Ref", opened_at: "Wann", severity: "Wichtigkeit" };
    await mapImport(ctx, { importId, table: "tickets", mapping: Mapping.parse({ columns }), completes: true });
    const { mapping, profile } = await fileOf(importId);
    expect(mapping?.columnFormats.Wann ?? mapping?.formats).toMatchObject({ dates: "dmy" });
    expect(mapping?.values.severity).toMatchObject({ hoch: "high" });
    expect(profile.suggestion.questions).toMatchObject([{ kind: "values", column: "severity", words: ["Sev9", ""] }]);
    const said = Mapping.parse({
      ...mapping,
      values: { severity: { ...mapping?.values.severity, Sev9: "low", "": "normal" } },
    });
    await mapImport(ctx, { importId, table: "tickets", mapping: said, completes: true });
    const after = await fileOf(importId);
    expect(after.mapping?.values.severity).toEqual({ hoch: "high", Sev9: "low", "": "normal" });
    expect(after.profile.suggestion.questions).toMatchObject([{ kind: "values", column: "severity" }]);
  });

  it("a mapping that says everything itself is taken as it is", async () => {
    const importId = await upload("tickets.csv", "account_id,opened_at,severity\na-1,31.10.2026,hoch\n");
    const columns = { account_id: "account_id", opened_at: "opened_at", severity: "severity" };
    await mapImport(await systemContext("test"), { importId, table: "tickets", mapping: Mapping.parse({ columns }) });
    expect((await fileOf(importId)).mapping).toEqual(Mapping.parse({ columns }));
  });
});
