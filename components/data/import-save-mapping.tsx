"use client";
import { type FormEvent, useState } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { saveMapping } from "@/lib/actions/imports";
import type { Mapping } from "./imported-file";

interface Props {
  table: string;
  headers: string[];
  mapping: Mapping;
  offered: string;
}

/** Keeps the mapping under a name; next month's file with the same columns is mapped by it without a question. */
export function ImportSaveMapping({ table, headers, mapping, offered }: Props) {
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const toast = useToast();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "");
    setBusy(true);
    const result = await answered(saveMapping({ name, table, headers, mapping }));
    setBusy(false);
    setError(result.ok ? null : (result.fields.name ?? result.message));
    if (result.ok) toast({ title: `Mapping kept as “${name.trim()}”` });
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
      <Field label="Save this mapping as" error={error} className="w-72 max-md:w-full">
        {(control) => (
          <Input
            {...control}
            name="name"
            required
            maxLength={80}
            defaultValue={offered}
            placeholder="HubSpot companies"
            autoComplete="off"
          />
        )}
      </Field>
      <Button type="submit" disabled={isBusy}>
        {isBusy ? "Saving…" : "Save mapping"}
      </Button>
      <p className="self-center text-muted-foreground text-xs">
        Files with the same columns are mapped by it from then on.
      </p>
    </form>
  );
}
