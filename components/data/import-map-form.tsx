"use client";
import { useState } from "react";
import { answered } from "@/components/ui/answered";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { describeImport } from "@/lib/actions/imports";
import type { TargetTable } from "@/lib/core/import-ledger";
import { ImportMapAccount } from "./import-map-account";
import { ImportMapMissing } from "./import-map-missing";
import { ImportMapPeriod } from "./import-map-period";
import { ImportMapTable } from "./import-map-table";
import { ImportSaveMapping } from "./import-save-mapping";
import { ImportSavedMark } from "./import-saved-mark";
import type { MappedFile } from "./imported-file";
import { TABLE_WORDS } from "./table-words";
import { useImportMapping } from "./use-import-mapping";

interface Props {
  file: MappedFile;
  target: TargetTable | null;
  /** The other files of the import, which may say whose a key is. */
  others: readonly MappedFile[];
}

/** One file's mapping: which table it fills, and where each of its columns goes. */
export function ImportMapForm({ file, target, others }: Props) {
  const { table, profile } = file;
  const { columns, suggestion, saved } = profile;
  const { mapping, change, drop, state } = useImportMapping(file.id, table, file.mapping ?? suggestion.mapping);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const chooseTable = async (next: string) => {
    drop();
    setBusy(true);
    // The page comes back with the file mapped anew, and this form with it.
    const result = await answered(describeImport({ importId: file.id, table: next }));
    setBusy(false);
    setRefusal(result.ok ? null : result.message);
  };
  const applied = saved && file.mapping ? saved.name : null;
  return (
    <div className="flex flex-col gap-4">
      <Card>
        <div className="grid items-start gap-4 md:grid-cols-2 xl:grid-cols-4">
          <Field
            label="What the file holds"
            hint={applied ? `Mapped as last time: “${applied}”` : sentence(suggestion.why)}
            error={refusal ?? (table === "" ? "Say what a row of this file is." : undefined)}
          >
            {(control) => (
              <Select
                {...control}
                value={table}
                disabled={isBusy}
                onChange={(event) => void chooseTable(event.target.value)}
                options={[
                  ...(table === "" ? [{ value: "", label: "Choose…" }] : []),
                  ...Object.entries(TABLE_WORDS).map(([value, { name, row }]) => ({ value, label: `${name}: ${row}` })),
                ]}
              />
            )}
          </Field>
          {target && <ImportMapAccount file={file} table={table} mapping={mapping} others={others} onChange={change} />}
          {table === "usage_days" && <ImportMapPeriod mapping={mapping} onChange={change} />}
        </div>
      </Card>
      {target && (
        <>
          <ImportMapMissing target={target} mapping={mapping} onChange={change} />
          <Card title={`${columns.length} columns in ${file.fileName}`} aside={<ImportSavedMark state={state} />}>
            <ImportMapTable
              columns={columns}
              suggestion={suggestion}
              target={target}
              mapping={mapping}
              onChange={change}
            />
          </Card>
          <ImportSaveMapping
            table={table}
            headers={columns.map(({ header }) => header)}
            mapping={mapping}
            offered={applied ?? ""}
          />
        </>
      )}
    </div>
  );
}

/** What says it, without what is missing: that stands below, as long as it is. */
function sentence(why: string): string {
  const text = why.replace(/; (missing: .*|nothing that must be there is missing)$/, "");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
