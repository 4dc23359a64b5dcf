"use client";
import { Redo2, Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { removeDraft } from "@/lib/actions/model";
import { paths } from "@/lib/paths";
import { SaveState } from "./save-state";
import type { Saving } from "./use-model-draft";

interface Props {
  id: number;
  name: string;
  nameRefusal: string | undefined;
  onName: (name: string) => void;
  saving: Saving;
  undo: (() => void) | null;
  redo: (() => void) | null;
  /** What still keeps it from being published. */
  refusals: number;
  onPublish: () => void;
}

/** Name, state and what can be done with the draft as a whole. */
export function DraftHeader({ id, name, nameRefusal, onName, saving, undo, redo, refusals, onPublish }: Props) {
  const router = useRouter();
  const toast = useToast();
  const [isAsking, setAsking] = useState(false);
  const [isPending, startTransition] = useTransition();
  const discard = () =>
    startTransition(async () => {
      const result = await answered(removeDraft({ id }));
      if (!result.ok) return void toast({ title: "Not discarded", description: result.message, failed: true });
      toast({ title: `“${name}” is discarded` });
      router.push(paths.model());
    });
  return (
    <div className="z-2 flex flex-wrap items-end justify-between gap-3 border-b bg-background py-2 lg:sticky lg:top-0">
      <Field label="Name of the model" error={nameRefusal} className="w-80 max-w-full">
        {(control) => (
          <Input {...control} maxLength={120} value={name} onChange={({ target }) => onName(target.value)} />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <SaveState saving={saving} />
        <Button size="icon" variant="ghost" aria-label="Undo" disabled={!undo} onClick={() => undo?.()}>
          <Undo2 aria-hidden className="size-4" />
        </Button>
        <Button size="icon" variant="ghost" aria-label="Redo" disabled={!redo} onClick={() => redo?.()}>
          <Redo2 aria-hidden className="size-4" />
        </Button>
        <Button onClick={() => setAsking(true)}>Discard the draft</Button>
        <Button variant="primary" disabled={refusals > 0 || saving.state !== "saved"} onClick={onPublish}>
          Publish …
        </Button>
        {refusals > 0 && (
          <span className="w-full text-right text-xs">
            {refusals === 1 ? "One thing keeps" : `${refusals} things keep`} it from being published
          </span>
        )}
      </div>
      <Dialog open={isAsking} onClose={() => setAsking(false)} title="Discard this draft?">
        <p>“{name}” is removed for everybody. The audit log keeps what it was.</p>
        <div className="flex gap-2">
          <Button variant="primary" disabled={isPending} onClick={discard}>
            Discard it
          </Button>
          <Button data-first onClick={() => setAsking(false)}>
            Keep it
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
