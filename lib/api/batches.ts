import { z } from "zod";
import { accountColumnOf } from "@/lib/ingest/stage";
import type { CellType, ColumnSpec, TableSpec } from "@/lib/ingest/table-spec";
import { TABLES } from "@/lib/ingest/tables";
import type { Operation } from "@/lib/server/operation";
import { DayText } from "./shapes";

const BATCH_ROWS = 10_000;
const MAX_BYTES = 20_000_000;
/** Tables that take rows in batches; scorecards have an operation and rules of their own. */
const BATCHED = [...TABLES.values()].filter(({ table }) => table !== "scorecards");

/** A row of a table as JSON: the columns of its files, typed. Null empties a field; a field left out stays as it is. */
export function rowSchema(spec: TableSpec): z.ZodObject {
  const shape: Record<string, z.ZodType> = {
    [accountColumnOf(spec)]: z.union([z.string().trim().min(1, "is empty"), z.number()]),
  };
  for (const column of spec.columns) {
    shape[column.name] = cellSchema(column).nullable().optional();
    if (column.type === "money") {
      const minor = z
        .int()
        .optional()
        .meta({ description: `${column.name} in minor units, instead of ${column.name}.` });
      shape[`${column.name}_cents`] = minor;
    }
  }
  const { extras } = spec;
  const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
  if (!extras) return z.strictObject(shape);
  return z.strictObject({ ...shape, [extras.into]: z.record(z.string().min(1), cell).optional() });
}

function cellSchema({ type, values, min, max }: ColumnSpec): z.ZodType {
  if (values) return z.enum(values as [string, ...string[]]);
  switch (type) {
    case "text":
      return z.union([z.string(), z.number()]);
    case "day":
      return DayText;
    case "instant":
      return z.union([z.iso.datetime({ offset: true, local: true }), DayText]);
    case "integer":
      return bounded(z.int(), min, max);
    case "number":
      return bounded(z.number(), min, max);
    case "money":
      return bounded(z.number(), min, max).meta({ description: "In whole units of the row's currency, as in files." });
    case "boolean":
      return z.boolean();
    case "json":
      return z.unknown();
  }
}

function bounded(schema: z.ZodNumber, min?: number, max?: number): z.ZodNumber {
  const from = min === undefined ? schema : schema.min(min);
  return max === undefined ? from : from.max(max);
}

/** What became of a batch's rows: accepted + unchanged + waiting + rejected = rows. */
const BatchLedger = z.strictObject({
  table: z.string(),
  rows: z.int(),
  accepted: z.int(),
  unchanged: z.int(),
  waiting: z.int().meta({ description: "Rows of accounts not known yet; they are taken when the account comes." }),
  rejected: z.int(),
  first_day: DayText.nullable(),
  last_day: DayText.nullable(),
  errors: z.array(z.strictObject({ index: z.int(), field: z.string(), detail: z.string() })),
});

const SAMPLES: Record<CellType, unknown> = {
  ...{ day: "2026-11-30", instant: "2026-11-30T09:00:00Z", text: "x-1", json: {} },
  ...{ integer: 3, number: 1.5, money: 1200, boolean: true },
};

/** One operation a table. */
export const batchOperations = BATCHED.map((spec) => ({
  id: `batch_${spec.table}`,
  tag: "Data in",
  method: "POST" as const,
  path: `/${spec.table}:batch` as const,
  permission: spec.table === "people" ? ("person:manage" as const) : ("import:run" as const),
  summary: `Write up to 10,000 rows of ${spec.table}`,
  description: descriptionOf(spec),
  query: z.strictObject({}),
  body: z.strictObject({
    rows: z.array(z.record(z.string(), z.unknown())).min(1, "has no rows").max(BATCH_ROWS, "takes at most 10,000 rows"),
  }),
  row: rowSchema(spec),
  spec,
  answer: BatchLedger,
  example: { rows: [rowExample(spec)] },
  maxBytes: MAX_BYTES,
})) satisfies Operation[];

function descriptionOf({ table, key, idFrom }: TableSpec): string {
  const keys = ["account", ...key.map((name) => (name === "external_id" ? "id" : name))].join(", ");
  const named = idFrom ? ` Without an id, ${idFrom.join(", ")} make one.` : "";
  const rule = table === "accounts" ? " A new account needs a name. Owners need a key with the scope admin." : "";
  return `Rows are merged by ${table === "people" ? "e-mail" : keys}.${named}${rule} Rows that cannot be taken are named in \`errors\`; the others go in, in one transaction. The same rows again change nothing. Scores follow within a minute or two.`;
}

/** A row with what a new one needs and the first of what it may have. */
function rowExample(spec: TableSpec): Record<string, unknown> {
  if (spec.table === "accounts")
    return { account_id: "a-1", name: "Acme", segment: "SMB", attributes: { plan: "gold" } };
  if (spec.table === "people") return { email: "ann@acme.test", name: "Ann", role: "csm" };
  const optional = spec.columns.find(({ required, type }) => !required && type !== "text");
  const shown = spec.columns.filter((column) => column.required || column === optional);
  const cells = shown.map(({ name, type, values, max }) => [
    name,
    name === "currency" ? "USD" : (values?.[0] ?? max ?? SAMPLES[type]),
  ]);
  return { account_id: "a-1", ...Object.fromEntries(cells) };
}
