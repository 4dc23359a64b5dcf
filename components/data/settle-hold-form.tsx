"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { useToast } from "@/components/ui/toast";
import { settleHold } from "@/lib/actions/holds";
import { VERDICTS } from "./hold-words";

type Verdict = (typeof VERDICTS)[number]["value"];

const EFFECTS: Record<Verdict, string> = {
  data_fault: "Those days never count. It stays kept out until the data is well again.",
  holiday: "Those days never count. It stays kept out until the data is as usual again.",
  incident: "Those days never count. It stays kept out until the data is as usual again.",
  real: "It counts from its first day: what waits starts now, and people are told.",
};

/** Says what a hold was, with a note. */
export function SettleHoldForm({ holdId, title }: { holdId: number; title: string }) {
  const router = useRouter();
  const toast = useToast();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [note, setNote] = useState("");
  const [isBusy, setBusy] = useState(false);
  const settle = async () => {
    if (!verdict) return;
    setBusy(true);
    const result = await answered(settleHold({ holdId, verdict, note }));
    setBusy(false);
    if (!result.ok) return toast({ title: "Not saved", description: result.message, failed: true });
    toast({ title: "Said and kept", description: EFFECTS[verdict] });
    router.refresh();
  };
  return (
    <form
      method="post"
      aria-label={`What it was: ${title}`}
      className="mt-2 flex max-w-prose flex-col items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void settle();
      }}
    >
      <Segmented
        name={`verdict-${holdId}`}
        label="What was it?"
        value={verdict}
        options={VERDICTS}
        onChange={(value) => setVerdict(value as Verdict)}
      />
      {verdict && <p className="text-muted-foreground">{EFFECTS[verdict]}</p>}
      <Field label="What happened" className="w-full">
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" disabled={!verdict || note.trim() === "" || isBusy}>
        {isBusy ? "Saving…" : "Save"}
      </Button>
    </form>
  );
}
