import { describe, expect, it } from "vitest";
import { profileColumns } from "@/lib/ingest/column-profile";
import { detectDialect } from "@/lib/ingest/dialect";
import { readRecords } from "@/lib/ingest/read-records";
import { type Suggestion, suggestMapping, type ToSuggest } from "@/lib/ingest/suggest-mapping";
import { VENDOR_FILES } from "./vendor-files";
import { VENDOR_MAPPINGS } from "./vendor-mappings";

async function suggest(name: string, more: Partial<ToSuggest> & { text?: string } = {}): Promise<Suggestion> {
  const { text = VENDOR_FILES[name] ?? "", ...given } = more;
  const source = { name, open: () => bytes(text) };
  const profiles = await profileColumns(readRecords(source, await detectDialect(source)));
  return suggestMapping({ profiles, fileName: name, ...given });
}

async function* bytes(text: string) {
  yield Buffer.from(text);
}

const kinds = ({ questions }: Suggestion) => questions.map(({ kind, column }) => (column ? `${kind} ${column}` : kind));

describe("exports of other systems come mapped", () => {
  it.each(VENDOR_MAPPINGS)("%s is %s", async (name, table, columns) => {
    const suggestion = await suggest(name);
    expect(suggestion.table).toBe(table);
    expect(suggestion.mapping.columns).toEqual(columns);
    const read = suggestion.columns.filter(({ to }) => to !== null).map(({ from }) => from);
    const named = Object.values(columns).flatMap((source) =>
      typeof source === "string" ? [source] : [source.from, ...(source.and ?? [])],
    );
    expect(new Set(read)).toEqual(new Set(named));
  });
});

describe("words, formats and periods", () => {
  it("are put into ours where they are known, and asked where they are not", async () => {
    const { mapping, ...churn } = await suggest("churn.csv");
    expect(mapping.values.kind).toEqual({ Lost: "churned", Downgrade: "downsold", Won: "renewed" });
    expect(churn.questions).toMatchObject([{ kind: "values", column: "kind", words: ["Paused"] }]);
    const zendesk = await suggest("zendesk-tickets.csv");
    expect(zendesk.mapping).toMatchObject({
      accountBy: "name",
      values: {
        severity: { Urgent: "critical", Normal: "normal", Low: "low" },
        csat: { Good: "5", Bad: "1", Unoffered: "" },
      },
    });
    expect(zendesk.questions).toEqual([]);
  });

  it("of a pipeline only the stages that end it are read", async () => {
    const { mapping, questions } = await suggest("opportunities.csv");
    expect(mapping.only).toEqual({ StageName: ["Closed Won", "Closed Lost"] });
    expect(mapping.values.kind).toEqual({ "Closed Won": "renewed", "Closed Lost": "churned" });
    expect(questions).toEqual([]);
  });

  it("a subscription that is cancelled at its end does not renew by itself; what its amount covers is asked", async () => {
    const suggestion = await suggest("stripe-subscriptions.csv");
    expect(suggestion.mapping.values.auto_renew).toEqual({ FALSE: "true", TRUE: "false" });
    expect(kinds(suggestion)).toEqual(["meaning arr"]);
    expect(suggestion.questions[0]?.choices[0]).toMatchObject({
      value: "month",
      sets: { columns: { arr: { from: "Amount", times: 12 } } },
    });
  });

  it("a week that ends on its day is known by the header; days of German dates are day-first", async () => {
    expect((await suggest("usage_by_week.csv")).mapping).toMatchObject({ every: "week", periodIs: "end" });
    expect((await suggest("Nutzung.csv")).mapping.formats).toEqual({ dates: "dmy" });
  });

  it("dates that may be day-first or month-first are asked once for the file", async () => {
    const text =
      "account_id,id,Created at,Solved at,Priority\nA,1,03/04/2026,05/04/2026,P1\nB,2,01/02/2026,02/02/2026,P2\n";
    const suggestion = await suggest("tickets.csv", { text });
    expect(kinds(suggestion)).toEqual(["date_order"]);
    expect(suggestion.mapping.formats).toEqual({});
    expect(suggestion.questions[0]?.choices[0]?.sets).toEqual({
      columnFormats: { "Created at": { dates: "dmy" }, "Solved at": { dates: "dmy" } },
    });
  });

  it("the kind of a survey is in the name of its score", async () => {
    expect((await suggest("nps_responses.csv")).mapping).toMatchObject({
      constants: { kind: "nps" },
      accountBy: "name",
    });
  });

  it("days that are a week apart are asked about, not spread", async () => {
    const text = "account_id,date,active_users\nA,2026-03-02,3\nA,2026-03-09,4\nA,2026-03-16,5\n";
    const suggestion = await suggest("usage.csv", { text });
    expect(suggestion.mapping.every).toBe("day");
    expect(kinds(suggestion)).toEqual(["period day"]);
  });
});

describe("what a file is about", () => {
  it("is asked where several tables would do", async () => {
    const suggestion = await suggest("export.csv", { text: "id,name,date,amount\n1,A,2026-01-01,5\n" });
    expect(suggestion.table).toBeNull();
    expect(kinds(suggestion)).toEqual(["table"]);
  });

  it("is not doubted once a person has said it; what must be there is asked for", async () => {
    const text = "id,name,date,amount\n1,A,2026-01-01,5\n";
    const suggestion = await suggest("export.csv", { text, table: "invoices" });
    expect(suggestion.table).toBe("invoices");
    expect(kinds(suggestion)).toEqual(["account_key account_id", "column due_on"]);
  });

  it("columns of numbers beside an account and a day are metrics of their names", async () => {
    const text = "account_id,day,Headcount,API calls\nA,2026-03-01,30,900\nB,2026-03-01,20,100\n";
    const suggestion = await suggest("figures.csv", { text });
    expect(suggestion).toMatchObject({
      table: "metrics",
      mapping: {
        columns: { account_id: "account_id", day: "day" },
        melt: { Headcount: "headcount", "API calls": "api_calls" },
      },
      questions: [],
    });
  });

  it("owners are known by the names of people here; unknown ones are asked, and until then not read", async () => {
    const name = "hubspot-crm-exports-all-companies-2026-11-20.csv";
    const people = [
      { name: "Jane Doe", email: "jane@us.test" },
      { name: "Max Roe", email: "max@us.test" },
    ];
    expect(kinds(await suggest(name))).toEqual(["meaning arr", "values csm_email"]);
    const { mapping, questions } = await suggest(name, { people });
    expect(mapping.columns.csm_email).toBe("Company owner");
    expect(mapping.values.csm_email).toEqual({ "Jane Doe": "jane@us.test", "Max Roe": "max@us.test" });
    expect(questions.map(({ kind }) => kind)).toEqual(["meaning"]);
  });

  it("unknown columns are offered as attributes of accounts or as metrics of dated tables", async () => {
    const accounts = await suggest("salesforce-account.csv");
    expect(accounts.columns.find(({ from }) => from === "NumberOfEmployees")).toMatchObject({
      to: null,
      offer: "attributes.number_of_employees",
    });
    const text = "account_id,day,active_users,API calls\nA,2026-03-01,3,900\n";
    const usage = await suggest("usage.csv", { text });
    expect(usage.columns.find(({ from }) => from === "API calls")).toMatchObject({
      to: null,
      offer: "metric:api_calls",
    });
  });

  it("attributes of an export of ours come back as attributes, and an owner by name may stay open", async () => {
    const text = "account_id,name,csm_email,attributes.plan_tier\nA,Acme,Dana Fox,gold\nB,Brick,Dana Fox,free\n";
    const { mapping, questions } = await suggest("accounts_2026-11-22.csv", { text });
    expect(mapping.columns["attributes.plan_tier"]).toBe("attributes.plan_tier");
    const owner = questions.find(({ column }) => column === "csm_email");
    expect(owner?.choices).toEqual([{ value: "-", label: "nobody known here", sets: null }]);
  });
});
