"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { useToast } from "@/components/ui/toast";
import { settleDivergence } from "@/lib/actions/divergences";

const RESOLUTIONS = [
  { value: "people_right", label: "People right" },
  { value: "numbers_right", label: "Numbers right" },
  { value: "both_right", label: "Both right" },
  { value: "data_wrong", label: "Data wrong" },
] as const;
type Resolution = (typeof RESOLUTIONS)[number]["value"];

/** Settles the disagreement in place: who was right, which nothing suggests, and why in a sentence. */
export function SettleForm({ divergenceId }: { divergenceId: number }) {
  const router = useRouter();
  const toast = useToast();
  const [resolution, setResolution] = useState<Resolution | null>(null);
  const [isAsked, setAsked] = useState(false);
  const [note, setNote] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!resolution) return setAsked(true);
    startTransition(async () => {
      const result = await answered(settleDivergence({ divergenceId, resolution, note }));
      if (!result.ok) return setError(result.fields.note ?? result.message);
      toast({ title: "Settled" });
      router.refresh();
    });
  };
  return (
    <form
      method="post"
      onSubmit={submit}
      className="mt-4 flex flex-wrap items-end gap-3 border-diverge border-t pt-3 print:hidden"
    >
      <Segmented
        name="resolution"
        label="Who was right"
        value={resolution}
        options={RESOLUTIONS}
        onChange={(value) => setResolution(value as Resolution)}
      />
      <Field label="Why" error={error} className="min-w-56 flex-1">
        {(control) => (
          <Input {...control} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
      <Button type="submit" disabled={isPending}>
        Settle
      </Button>
      {isAsked && !resolution && (
        <p role="alert" className="w-full font-medium">
          Say who was right.
        </p>
      )}
    </form>
  );
}
