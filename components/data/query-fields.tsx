"use client";
import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { TABLE_WORDS, tableName } from "./table-words";

export interface QueryRow {
  n: number;
  table: string;
  query: string;
  cursor: string | null;
}

const TABLES = Object.keys(TABLE_WORDS);
/** What a query of a table may look like, to begin with. */
const EXAMPLES: Readonly<Record<string, string>> = {
  accounts:
    "select account_id, name, segment, csm_email, am_email, arr, currency, seats, contract_start, renewal_date\nfrom health.accounts",
  usage_days: "select account_id, day, active_users, events, features_used\nfrom health.usage_days",
  tickets: "select account_id, id, opened_at, closed_at, severity, csat, updated_at\nfrom health.tickets",
};

/** The queries that a source keeps, as rows to edit. */
export function queriesOf(tables: Record<string, { query: string; cursor: string | null }>): QueryRow[] {
  const kept = Object.entries(tables).map(([table, { query, cursor }], n) => ({ n, table, query, cursor }));
  return kept.length > 0 ? kept : [{ n: 0, table: "usage_days", query: EXAMPLES.usage_days ?? "", cursor: null }];
}

interface Props {
  rows: readonly QueryRow[];
  onChange: (rows: readonly QueryRow[]) => void;
  errors: Readonly<Record<string, string>>;
}

/** One query for each table, with the column names of its CSV file. */
export function QueryFields({ rows, onChange, errors }: Props) {
  const change = (n: number, part: Partial<QueryRow>) =>
    onChange(rows.map((row) => (row.n === n ? { ...row, ...part } : row)));
  const free = TABLES.filter((table) => !rows.some((row) => row.table === table));
  const add = () => {
    const [table = ""] = free;
    const n = Math.max(-1, ...rows.map((row) => row.n)) + 1;
    onChange([
      ...rows,
      { n, table, query: EXAMPLES[table] ?? `select account_id, …\nfrom health.${table}`, cursor: null },
    ]);
  };
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 font-medium">Queries, one for each table</legend>
      {rows.map(({ n, table, query, cursor }) => (
        <div key={n} className="flex flex-col gap-2 rounded-card border p-3">
          <div className="flex items-end gap-2">
            <Field label="Table" className="flex-1">
              {(control) => (
                <Select
                  {...control}
                  value={table}
                  options={TABLES.filter((name) => name === table || free.includes(name)).map((value) => ({
                    value,
                    label: tableName(value),
                  }))}
                  onChange={(event) => change(n, { table: event.target.value })}
                />
              )}
            </Field>
            {rows.length > 1 && (
              <Button
                variant="ghost"
                size="icon"
                aria-label={`Remove the query of ${tableName(table)}`}
                onClick={() => onChange(rows.filter((row) => row.n !== n))}
              >
                <Trash2 aria-hidden className="size-4" />
              </Button>
            )}
          </div>
          <Field
            label="Query"
            error={errors[`tables.${table}.query`]}
            hint="Columns as in the table's CSV file; others are passed over."
          >
            {(control) => (
              <Textarea
                {...control}
                className="font-mono text-xs max-md:min-h-32"
                rows={5}
                spellCheck={false}
                value={query}
                onChange={(event) => change(n, { query: event.target.value })}
              />
            )}
          </Field>
          <Field
            label="Cursor column (optional)"
            hint="Only rows from its newest value on are read again, such as updated_at."
          >
            {(control) => (
              <Input
                {...control}
                className="font-mono"
                value={cursor ?? ""}
                spellCheck={false}
                onChange={(event) => change(n, { cursor: event.target.value || null })}
              />
            )}
          </Field>
        </div>
      ))}
      {free.length > 0 && (
        <Button onClick={add} className="self-start">
          <Plus aria-hidden className="size-4" />
          Add a table
        </Button>
      )}
    </fieldset>
  );
}
