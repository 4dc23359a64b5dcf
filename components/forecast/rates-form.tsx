"use client";
import { type FormEvent, useState } from "react";
import { useUndo } from "@/components/shell/undo-provider";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { saveForecastRates } from "@/lib/actions/forecast";
import type { Rates } from "@/lib/core/forecast/basis";

const BANDS = ["red", "yellow", "green"] as const;

/** Renewal rates by band, in percent, as finance assumes them; all empty takes them away. */
export function RatesForm({ rates }: { rates: Rates | null }) {
  const [error, setError] = useState<string | null>(null);
  const remember = useUndo();
  const toast = useToast();
  const save = async (next: Rates | null) => {
    const result = await answered(saveForecastRates({ rates: next }));
    if (!result.ok) toast({ title: result.message, failed: true });
    return result.ok;
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = BANDS.map((band) => String(form.get(band) ?? "").trim());
    const numbers = typed.map((text) => (text === "" ? Number.NaN : Number(text) / 100));
    const isEmpty = typed.every((text) => text === "");
    if (!isEmpty && !numbers.every((value) => value >= 0 && value <= 1))
      return setError("Type a rate from 0 to 100 for each band, or leave all empty.");
    setError(null);
    const [red, yellow, green] = numbers as [number, number, number];
    if (await save(isEmpty ? null : { red, yellow, green }))
      remember({ title: "Renewal rates changed", undo: async () => void (await save(rates)) });
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-wrap items-end gap-3">
      {BANDS.map((band) => (
        <Field key={band} label={`${band[0]?.toUpperCase()}${band.slice(1)} renews, %`} className="w-32">
          {(control) => (
            <Input
              {...control}
              key={rates?.[band] ?? "none"}
              name={band}
              inputMode="decimal"
              defaultValue={rates ? String(Math.round(rates[band] * 1000) / 10) : ""}
            />
          )}
        </Field>
      ))}
      <Button type="submit">Save rates</Button>
      {error && (
        <p role="alert" className="w-full font-medium text-xs">
          {error}
        </p>
      )}
    </form>
  );
}
