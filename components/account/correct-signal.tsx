"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import { WorkForm } from "@/components/work/work-form";
import { correctSignal } from "@/lib/actions/imports";

interface Props {
  accountId: number;
  tables: readonly { table: string; key: readonly string[]; columns: readonly string[] }[];
}

type Correction = Parameters<typeof correctSignal>[0];

/** One row of an account's signals put right by hand, with the reason; what it was stays in the audit log. */
export function CorrectSignal({ accountId, tables }: Props) {
  const router = useRouter();
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const [table, setTable] = useState(tables[0]?.table ?? "");
  const [key, setKey] = useState<Record<string, string>>({});
  const [column, setColumn] = useState("");
  const [value, setValue] = useState("");
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const chosen = tables.find((other) => other.table === table);
  const changed = column || (chosen?.columns[0] ?? "");
  const save = () =>
    startTransition(async () => {
      const given = { table: table as Correction["table"], accountId, key, values: { [changed]: value }, reason };
      const result = await answered(correctSignal(given));
      if (!result.ok) return setError(Object.values(result.fields)[0] ?? result.message);
      setOpen(false);
      toast({ title: "Corrected", description: "The score follows within a minute, history after it." });
      router.refresh();
    });
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        Correct a row
      </Button>
      {isOpen && (
        <WorkForm
          title="Correct one row"
          submit="Correct it"
          isPending={isPending}
          error={error}
          onClose={() => setOpen(false)}
          onSubmit={save}
        >
          <Field label="Table">
            {(control) => (
              <Select
                {...control}
                value={table}
                onChange={(event) => {
                  setTable(event.target.value);
                  setKey({});
                  setColumn("");
                }}
                options={tables.map((one) => ({ value: one.table, label: one.table.replaceAll("_", " ") }))}
              />
            )}
          </Field>
          <div className="grid grid-cols-2 gap-3">
            {chosen?.key.map((name) => (
              <Field key={name} label={`Row: ${name}`} hint="As the file had it.">
                {(control) => (
                  <Input
                    {...control}
                    required
                    value={key[name] ?? ""}
                    onChange={(event) => setKey({ ...key, [name]: event.target.value })}
                  />
                )}
              </Field>
            ))}
            <Field label="Column">
              {(control) => (
                <Select
                  {...control}
                  value={changed}
                  onChange={(event) => setColumn(event.target.value)}
                  options={(chosen?.columns ?? []).map((name) => ({ value: name, label: name }))}
                />
              )}
            </Field>
            <Field label="Right value" hint="NULL empties it.">
              {(control) => (
                <Input {...control} required value={value} onChange={(event) => setValue(event.target.value)} />
              )}
            </Field>
          </div>
          <Field label="Reason">
            {(control) => (
              <Input {...control} required value={reason} onChange={(event) => setReason(event.target.value)} />
            )}
          </Field>
        </WorkForm>
      )}
    </>
  );
}
