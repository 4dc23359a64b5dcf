import { z } from "zod";
import { AppError, invalidInput } from "@/lib/errors";

const Source = z.union([
  z.string(),
  z.strictObject({
    from: z.string(),
    /** The cell names a row of this table, not an account: its account is meant. */
    through: z.enum(["contracts", "invoices", "tickets", "contacts"]).optional(),
    /** Rows are gathered to the table's grain: by all columns without a `group`. */
    group: z.enum(["sum", "count", "count_distinct", "min", "max", "first"]).optional(),
    /** Multiplies a number, such as 0.0166667 for seconds to minutes. */
    times: z.number().optional(),
  }),
]);

const Mapping = z.strictObject({
  /** Our column ← theirs. Columns of the file that are not named here are not imported. */
  columns: z.record(z.string(), Source),
  /** Our column ← the same value in every row. */
  constants: z.record(z.string(), z.string()).default({}),
  /** Our column: their word → ours. */
  values: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** Of usage: days without a row, from the account's first to the file's last, were days of zero use (an event log says
   * nothing on a quiet day). Otherwise such a day is unknown. */
  quietDays: z.enum(["zero", "unknown"]).default("unknown"),
  /** Only rows whose column holds one of the words are read; the others are counted as left out. */
  only: z.record(z.string(), z.array(z.string())).default({}),
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
