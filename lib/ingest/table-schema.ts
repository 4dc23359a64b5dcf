import { accountColumnOf } from "./stage";
import { type CellType, type ColumnSpec, type TableSpec, targetOf } from "./table-spec";

const TYPES: Record<CellType, object> = {
  text: { type: "string" },
  json: { type: "object" },
  day: { type: "date", format: "default" },
  instant: { type: "datetime", format: "any" },
  integer: { type: "integer" },
  number: { type: "number" },
  money: { type: "number", description: "In major units of the row's currency" },
  boolean: { type: "boolean", trueValues: ["true", "yes", "1"], falseValues: ["false", "no", "0"] },
};

/** A table's file as a Frictionless Table Schema: what its columns are called, hold and need. */
export function tableSchema(spec: TableSpec) {
  const key = accountColumnOf(spec);
  const keys = spec.key.map((name) => spec.columns.find((column) => targetOf(column) === name)?.name ?? name);
  return {
    $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
    name: spec.table,
    fields: [{ name: key, type: "string", constraints: { required: true } }, ...spec.columns.map(fieldOf(spec))],
    primaryKey: spec.key.length > 0 ? [key, ...keys] : [key],
    missingValues: ["", "-", "N/A"],
    ...(key === "account_id" &&
      spec.table !== "accounts" && {
        foreignKeys: [{ fields: ["account_id"], reference: { resource: "accounts", fields: ["account_id"] } }],
      }),
  };
}

const fieldOf =
  (spec: TableSpec) =>
  ({ name, type, required, values, min, max }: ColumnSpec) => {
    // An id that the source does not give is made of other columns, a currency is the workspace's.
    const isNeeded = required && !(name === "id" && spec.idFrom) && name !== "currency";
    const constraints = {
      ...(isNeeded && { required: true }),
      ...(values && { enum: values }),
      ...(min !== undefined && { minimum: min }),
      ...(max !== undefined && { maximum: max }),
    };
    return { name, ...TYPES[type], ...(Object.keys(constraints).length > 0 && { constraints }) };
  };
