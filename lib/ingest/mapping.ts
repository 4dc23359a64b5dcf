import { z } from "zod";
import { AppError, invalidInput } from "@/lib/errors";

const Source = z.union([
  z.string(),
  z.strictObject({
    from: z.string(),
    /** The cells of these columns follow with a blank between: a first name, then a last name. */
    and: z.array(z.string()).optional(),
    /** The cell names a row of this table, not an account: its account is meant. */
    through: z.enum(["contracts", "invoices", "tickets", "contacts"]).optional(),
    /** The cell is a key of this entry of `links`, not an account: the account beside that key is meant. */
    link: z.string().optional(),
    /** Rows are gathered to the table's grain: by all columns without a `group`. */
    group: z.enum(["sum", "count", "count_distinct", "min", "max", "first"]).optional(),
    /** Multiplies a number, such as 12 for a monthly price to a yearly one. */
    times: z.number().optional(),
  }),
]);

/** How dates and numbers are written; what is left out is read as ISO dates and decimal points. */
const Formats = z.strictObject({
  dates: z.enum(["iso", "dmy", "mdy", "excel"]).optional(),
  decimal: z.enum([".", ","]).optional(),
});
export type Formats = z.infer<typeof Formats>;

export const Mapping = z.strictObject({
  /** Our column ← theirs. Columns of the file that are not named here are not imported. */
  columns: z.record(z.string(), Source),
  /** Our column ← the same value in every row. */
  constants: z.record(z.string(), z.string()).default({}),
  /** Our column: their word → ours. Case and blanks around a word do not count; "" is what a cell without a word means. */
  values: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** Of usage: days without a row, from the account's first to the file's last, were days of zero use (an event log says
   * nothing on a quiet day). Otherwise such a day is unknown. */
  quietDays: z.enum(["zero", "unknown"]).default("unknown"),
  /** Only rows whose column holds one of the words are read; the others are counted as left out. */
  only: z.record(z.string(), z.array(z.string())).default({}),
  /** Which field of ours the account column holds. Matched exactly but for case and blanks around it; of a domain, the
   * host of an address or of an e-mail counts. */
  accountBy: z.enum(["external_id", "name", "domain"]).default("external_id"),
  /** Their account key → our external id: near misses that a person confirmed. */
  accountMatches: z.record(z.string(), z.string()).default({}),
  formats: Formats.default({}),
  /** Their column: its own formats, where they are not the file's. */
  columnFormats: z.record(z.string(), Formats).default({}),
  /** Their column → the key of a custom metric. In the table metrics each filled cell becomes a row; beside another dated
   * table the file is read a second time into metrics, by `metricsMapping`. */
  melt: z.record(z.string(), z.string()).default({}),
  /** Of usage: the period that a row's figures cover, and whether its day is the period's first or last. */
  every: z.enum(["day", "week", "month"]).default("day"),
  periodIs: z.enum(["start", "end"]).default("start"),
  /** Another file of the session that says whose a key is: its column of keys and its column of accounts. */
  links: z
    .record(z.string(), z.strictObject({ importId: z.int().positive(), key: z.string(), account: z.string() }))
    .default({}),
  /** Their columns that are taken although they can only be known after the outcome. */
  insistOn: z.array(z.string()).default([]),
  /** Questions that a person has answered, by kind and column, also where the answer changes nothing. */
  answered: z.array(z.string()).default([]),
});
export type Mapping = z.infer<typeof Mapping>;
export type MappingSource = Exclude<z.infer<typeof Source>, string>;

/** Reads a mapping file's text. Throws an AppError that names the field at fault. */
export function parseMapping(text: string): Mapping {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new AppError("invalid", `The mapping is not JSON: ${(error as Error).message}`);
  }
  const result = Mapping.safeParse(json);
  if (!result.success) throw invalidInput(result.error);
  return result.data;
}

/** Where each of our columns comes from. */
export function sourcesOf(mapping: Mapping): Map<string, MappingSource> {
  return new Map(
    Object.entries(mapping.columns).map(([name, source]) => [
      name,
      typeof source === "string" ? { from: source } : source,
    ]),
  );
}

/** The columns of theirs that a mapping reads. */
export function columnsRead(mapping: Mapping): string[] {
  const named = [...sourcesOf(mapping).values()].flatMap((source) => [source.from, ...(source.and ?? [])]);
  return [...new Set([...named, ...Object.keys(mapping.only), ...Object.keys(mapping.melt)])];
}
