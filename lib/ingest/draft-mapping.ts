import type { ColumnProfile } from "./column-profile";
import { draftFormats } from "./draft-formats";
import { draftPeriod } from "./draft-period";
import { draftValues, type UnknownWords } from "./draft-values";
import type { TableGuess } from "./guess-table";
import { headerName } from "./header-name";
import { columnsRead, Mapping } from "./mapping";
import { accountFieldOf, isNumeric } from "./reads-as";
import { ACCOUNT_ALIASES } from "./signal-aliases";
import { accountColumnOf } from "./stage";

export interface Taken {
  to: string;
  confidence: number;
  why: string;
}

export interface Draft {
  mapping: Mapping;
  /** Columns of theirs that are read in another way than under one name of ours. */
  taken: Map<string, Taken>;
  unknownWords: UnknownWords[];
}

/** A mapping by the columns that match, with what each table asks for besides. */
export function draftMapping(
  { spec, matches }: TableGuess,
  profiles: readonly ColumnProfile[],
  people: ReadonlyArray<{ name: string; email: string }>,
): Draft {
  const mapping = Mapping.parse({ columns: {} });
  const taken = new Map<string, Taken>();
  for (const { to, from, times } of matches) mapping.columns[to] = times === null ? from : { from, times };
  const profileOf = (header: string) => profiles.find((one) => one.header === header);
  const named = (name: string) => profiles.find(({ header }) => headerName(header) === name)?.header;
  const key = matches.find(({ to }) => to === accountColumnOf(spec));
  const keyProfile = key && profileOf(key.from);
  if (keyProfile && spec.table !== "accounts" && spec.table !== "people") {
    mapping.accountBy = accountByOf(headerName(keyProfile.header), keyProfile);
  }
  if (spec.table === "accounts") draftAccounts(mapping, taken, profiles);
  if (spec.table === "contacts") draftFullName(mapping, taken, named);
  if (spec.table === "outcomes" && !mapping.columns.effective_on && mapping.columns.decided_on) {
    mapping.columns.effective_on = mapping.columns.decided_on;
  }
  if (spec.table === "metrics" && !mapping.columns.value) draftMelt(mapping, taken, profiles);
  if (spec.table === "surveys" && !mapping.columns.kind) draftSurveyKind(mapping, matches);
  if (spec.table === "usage_days") draftPeriod(mapping, profiles);
  const unknownWords = draftValues(spec, mapping, profiles, people);
  draftFormats(spec, mapping, profiles);
  return { mapping, taken, unknownWords };
}

function accountByOf(name: string, profile: ColumnProfile): Mapping["accountBy"] {
  const said = (["external_id", "name", "domain"] as const).find((by) => ACCOUNT_ALIASES[by].split(" ").includes(name));
  return said ?? accountFieldOf(profile);
}

function draftAccounts(mapping: Mapping, taken: Map<string, Taken>, profiles: readonly ColumnProfile[]) {
  const { columns } = mapping;
  if (!columns.account_id) {
    const by = columns.domain ? "domain" : "name";
    const source = columns[by];
    if (source) {
      columns.account_id = source;
      mapping.accountBy = by;
    }
  }
  const read = new Set(Object.values(columns).map((source) => (typeof source === "string" ? source : source.from)));
  for (const { header } of profiles) {
    const name = headerName(header);
    const isTrait = /^traits[._]/i.test(header);
    if (read.has(header) || !(isTrait || name === "annual_revenue")) continue;
    const to = `attributes.${name.replace(/^traits_/, "")}`;
    const why = isTrait ? "a trait of the group" : "the company's own turnover as CRMs have it, not what it pays";
    columns[to] = header;
    taken.set(header, { to, confidence: 0.8, why });
  }
}

/** Wide metrics: each column of numbers is a metric of its name. */
function draftMelt(mapping: Mapping, taken: Map<string, Taken>, profiles: readonly ColumnProfile[]) {
  delete mapping.columns.key;
  const read = columnsRead(mapping);
  for (const profile of profiles.filter(({ header }) => !read.includes(header))) {
    if (!isNumeric(profile)) continue;
    const key = headerName(profile.header);
    mapping.melt[profile.header] = key;
    taken.set(profile.header, {
      to: `metric:${key}`,
      confidence: 0.8,
      why: "a column of numbers beside an account and a day",
    });
  }
}

function draftSurveyKind(mapping: Mapping, matches: TableGuess["matches"]) {
  const score = headerName(matches.find(({ to }) => to === "score")?.from ?? "");
  const kind = ["nps", "csat", "ces"].find((one) => score.split("_").includes(one));
  if (kind) mapping.constants.kind = kind;
}

function draftFullName(mapping: Mapping, taken: Map<string, Taken>, named: (name: string) => string | undefined) {
  const [first, last] = [named("first_name") ?? named("firstname"), named("last_name") ?? named("lastname")];
  if (mapping.columns.name || !first || !last) return;
  mapping.columns.name = { from: first, and: [last] };
  for (const header of [first, last])
    taken.set(header, { to: "name", confidence: 0.9, why: "first and last name together" });
}
