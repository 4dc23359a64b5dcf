import { ALIASES } from "./aliases";
import type { ColumnProfile } from "./column-profile";
import { headerName } from "./header-name";
import { readsAs } from "./reads-as";
import { ACCOUNT_ALIASES, OWN_KEY_ALIASES, SIGNAL_ALIASES } from "./signal-aliases";
import { accountColumnOf } from "./stage";
import type { ColumnSpec, TableSpec } from "./table-spec";

/** One of our columns with the column of theirs that is most likely it. */
export interface ColumnMatch {
  to: string;
  from: string;
  confidence: number;
  times: number | null;
  why: string;
}

interface Candidate extends ColumnMatch {
  rank: number;
}

const EMAIL_ALIASES = "email e_mail user_email email_address work_email mail login";

/** The likeliest column of theirs for each column of ours: by name, other systems' names, and what its cells hold. Every
 * column is used once. */
export function matchColumns(spec: TableSpec, profiles: readonly ColumnProfile[]): ColumnMatch[] {
  const candidates: Candidate[] = [];
  for (const profile of profiles) {
    const { header } = profile;
    const name = headerName(header);
    for (const column of [keyColumn(spec), ...spec.columns]) {
      const named = namedAs(spec, column, name, header);
      if (!named) continue;
      const reads = readsAs(column, profile);
      const confidence = named.confidence * reads;
      if (confidence < 0.4) continue;
      const doubt = reads < 1 ? "; its cells fit only in part" : "";
      candidates.push({ to: column.name, from: header, ...named, confidence, why: `${named.why}${doubt}` });
    }
  }
  candidates.sort((a, b) => b.confidence - a.confidence || a.rank - b.rank);
  const matches: ColumnMatch[] = [];
  for (const { rank: _, ...match } of candidates) {
    if (!matches.some(({ to, from }) => to === match.to || from === match.from)) matches.push(match);
  }
  // Columns beyond the listed ones that an export of ours has come back under their own names.
  for (const { header } of profiles) {
    const isOwn = spec.extras !== undefined && header.startsWith(spec.extras.prefix);
    if (isOwn) matches.push({ to: header, from: header, confidence: 1, times: null, why: "the same name" });
  }
  return matches;
}

/** The account's or person's column as one of ours. */
export function keyColumn(spec: TableSpec): ColumnSpec {
  return { name: accountColumnOf(spec), type: "text", required: true };
}

function namedAs(
  spec: TableSpec,
  column: ColumnSpec,
  name: string,
  header: string,
): Omit<Candidate, "to" | "from"> | null {
  if (name === column.name || header === column.name) {
    return { confidence: 1, rank: 0, times: null, why: "the same name" };
  }
  const aliases = aliasesOf(spec, column.name);
  const place = aliases.findIndex((alias) => alias.name === name);
  const exact = aliases[place];
  if (exact) {
    const confidence = exact.isWeak ? 0.65 : Math.max(0.75, 0.95 - place * 0.005);
    return { confidence, rank: place, times: exact.times, why: `"${header}" is a usual name for it` };
  }
  const part = aliases.find((alias) => alias.name.includes("_") && `_${name}_`.includes(`_${alias.name}_`));
  if (!part) return null;
  return { confidence: 0.6, rank: 99, times: part.times, why: `"${header}" holds a usual name for it` };
}

interface Alias {
  name: string;
  times: number | null;
  isWeak: boolean;
}

const parsed = new Map<string, Alias[]>();

function aliasesOf(spec: TableSpec, column: string): Alias[] {
  const id = `${spec.table}.${column}`;
  let aliases = parsed.get(id);
  if (!aliases) {
    const words =
      column === accountColumnOf(spec)
        ? keyAliases(spec)
        : ((ALIASES[spec.table] ?? SIGNAL_ALIASES[spec.table])?.[column] ?? "");
    aliases = words.split(" ").flatMap((word) => {
      const [name = "", times] = word.replace("~", "").split("*");
      return name ? [{ name, times: times ? Number(times) : null, isWeak: word.endsWith("~") }] : [];
    });
    parsed.set(id, aliases);
  }
  return aliases;
}

function keyAliases(spec: TableSpec): string {
  if (spec.table === "people") return EMAIL_ALIASES;
  // Of a company's own file the name and the domain are columns of their own.
  if (spec.table === "accounts") return `${ACCOUNT_ALIASES.external_id} ${OWN_KEY_ALIASES}`;
  const { external_id, text, name, domain } = ACCOUNT_ALIASES;
  return `${external_id} ${text} ${name} ${domain}`;
}
