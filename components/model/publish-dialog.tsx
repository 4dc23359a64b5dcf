"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import { publishModel } from "@/lib/actions/model";
import { addDays, addMonths, type Day } from "@/lib/core/calendar";
import type { Model } from "@/lib/core/health/model";
import { dayText } from "@/lib/format";
import { paths } from "@/lib/paths";

interface Props {
  model: Model;
  draft: { id: number; revision: number } | null;
  title: string;
  note?: string;
  /** What the preview says in a sentence; it is kept with the version. */
  expected: string | null;
  today: Day;
  owners: readonly { id: number; name: string }[];
  ownerId: number | null;
  onClose: () => void;
}

/** Publishes a model: why, from when, who answers for it and until when it is looked at again. */
export function PublishDialog({ model, draft, title, note = "", expected, today, owners, ownerId, onClose }: Props) {
  const router = useRouter();
  const toast = useToast();
  const [fields, setFields] = useState({ note, from: "", owner: String(ownerId ?? ""), review: "", replay: false });
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const from = fields.from || today;
  const set = (part: Partial<typeof fields>) => setFields((before) => ({ ...before, ...part }));
  const publish = () =>
    startTransition(async () => {
      const result = await answered(
        publishModel({
          model,
          note: fields.note,
          effectiveFrom: from,
          replay: fields.replay,
          nextReviewOn: fields.review || addMonths(from, 3),
          ...(expected && { expected }),
          ...(fields.owner && { ownerId: Number(fields.owner) }),
          ...(draft && { draft }),
        }),
      );
      if (!result.ok) return setRefusal(result.message);
      toast({
        title: `Version ${result.value.version} is published`,
        description:
          from > today
            ? `It counts from ${dayText(from)}.`
            : "Scores follow in a minute or two: everybody is scored anew.",
      });
      router.push(paths.model());
    });
  return (
    <Dialog open onClose={onClose} title={title}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          publish();
        }}
      >
        {expected && (
          <p>
            <span className="font-medium">Expected: </span>
            {expected}
          </p>
        )}
        <Field label="What changes, and why" error={refusal}>
          {(control) => (
            <Textarea
              {...control}
              required
              rows={3}
              maxLength={2000}
              value={fields.note}
              onChange={({ target }) => set({ note: target.value })}
            />
          )}
        </Field>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label="Counts from" hint={fields.from ? "Until then the version in force stays." : "Empty: now."}>
            {(control) => (
              <Input
                {...control}
                type="date"
                min={addDays(today, 1)}
                value={fields.from}
                onChange={({ target }) => set({ from: target.value })}
              />
            )}
          </Field>
          <Field label="Next review" hint={`Empty: ${dayText(addMonths(from, 3))}.`}>
            {(control) => (
              <Input
                {...control}
                type="date"
                min={addDays(from, 1)}
                value={fields.review}
                onChange={({ target }) => set({ review: target.value })}
              />
            )}
          </Field>
          <Field label="Answers for it">
            {(control) => (
              <Select
                {...control}
                options={[
                  { value: "", label: "You" },
                  ...owners.map(({ id, name }) => ({ value: String(id), label: name })),
                ]}
                value={fields.owner}
                onChange={({ target }) => set({ owner: target.value })}
              />
            )}
          </Field>
        </div>
        <label className="flex items-start gap-2">
          <input
            type="checkbox"
            className="mt-1"
            checked={fields.replay}
            onChange={({ target }) => set({ replay: target.checked })}
          />
          <span>
            Also tell the past by it
            <span className="block text-muted-foreground text-xs">
              As a second, dashed line on each account. What people saw then stays as it was; no clock and no band of
              the past changes.
            </span>
          </span>
        </label>
        <p className="text-muted-foreground text-xs">
          Accounts that change band by it count as re-scored, never as moved; it cannot be undone, only followed by
          another version.
        </p>
        <div className="flex gap-2">
          <Button type="submit" variant="primary" disabled={isPending || fields.note.trim() === ""}>
            {isPending ? "Publishing …" : fields.from ? `Publish from ${dayText(fields.from)}` : "Publish now"}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}
