"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { signModelReview } from "@/lib/actions/validation";

interface Props {
  version: number;
  name: string;
  /** The figures that are signed with it. */
  sentence: string;
  today: string;
  nextDueOn: string;
}

const OPTIONS = [
  { value: "keep", label: "Keep" },
  { value: "change", label: "Change" },
  { value: "retire", label: "Retire" },
] as const;
type Verdict = (typeof OPTIONS)[number]["value"];

/** Keep, change or retire the score, with reasons; signed once, with the figures of the day. */
export function ReviewForm({ version, name, sentence, today, nextDueOn }: Props) {
  const router = useRouter();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [reasons, setReasons] = useState("");
  const [due, setDue] = useState(nextDueOn);
  const [error, setError] = useState<string | null>(null);
  const [signed, setSigned] = useState(false);
  const [isPending, start] = useTransition();
  const sign = () =>
    start(async () => {
      if (!verdict) return setError("Choose keep, change or retire.");
      const result = await answered(signModelReview({ version, verdict, reasons, nextDueOn: due }));
      if (!result.ok) return setError(result.fields.reasons ?? result.fields.nextDueOn ?? result.message);
      setError(null);
      setVerdict(null);
      setReasons("");
      setSigned(true);
      router.refresh();
    });
  return (
    <form
      className="flex max-w-prose flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        sign();
      }}
    >
      <p>
        Version {version}, {name}. Signed with: {sentence}
      </p>
      <Segmented
        name="verdict"
        label="Verdict on the score"
        value={verdict}
        options={OPTIONS}
        onChange={(value) => setVerdict(value as Verdict)}
      />
      <Field label="Reasons" hint="What speaks for it, what against, and what is to be watched until the next review.">
        {(control) => (
          <Textarea {...control} rows={4} value={reasons} onChange={({ target }) => setReasons(target.value)} />
        )}
      </Field>
      <Field label="Next review due">
        {(control) => (
          <Input
            {...control}
            type="date"
            min={today}
            required
            value={due}
            onChange={({ target }) => setDue(target.value)}
            className="w-40!"
          />
        )}
      </Field>
      <p role="status" className="font-medium">
        {error ?? (signed ? "Signed. It stands below and is not changed afterwards." : "")}
      </p>
      <Button type="submit" variant="primary" disabled={isPending} className="self-start">
        Sign the review
      </Button>
    </form>
  );
}
