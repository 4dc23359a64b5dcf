"use client";
import { useRouter } from "next/navigation";
import { useMemo, useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button, ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import { resetPlaybook, savePlaybook } from "@/lib/actions/settings";
import { type HeldAccounts, hoursHeld, withPlaybook } from "@/lib/core/playbook/hours-held";
import { type OwnerRole, Playbook } from "@/lib/core/playbook/playbook";
import { paths } from "@/lib/paths";
import { HoursTable } from "./hours-table";
import { RuleFields } from "./rule-fields";
import { ROLE_CHOICES } from "./rule-words";
import { StepFields } from "./step-fields";

interface Props {
  playbook: Playbook;
  playbooks: readonly Playbook[];
  held: readonly HeldAccounts[];
  /** What a reset would bring back; null where nothing is to be reset. */
  resetTo: "shipped" | "all" | null;
}

const RESET = { shipped: "Back to the one shipped", all: "Back to the one for all segments" };

/** Edits what a band obliges to; the hours that it costs stand beside it before anything is saved. */
export function PlaybookForm({ playbook, playbooks, held, resetTo }: Props) {
  const router = useRouter();
  const toast = useToast();
  const [draft, setDraft] = useState(playbook);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const checked = useMemo(() => Playbook.safeParse(draft), [draft]);
  const problem = checked.success ? refusal : (checked.error.issues[0]?.message ?? null);
  const hours = useMemo(() => hoursHeld(held, playbooks), [held, playbooks]);
  const after = checked.success ? hoursHeld(held, withPlaybook(playbooks, checked.data)) : undefined;
  const change = (part: Partial<Playbook>) => {
    setRefusal(null);
    setDraft((before) => ({ ...before, ...part }));
  };
  const settle = (work: () => Promise<{ ok: boolean; message?: string }>, done: string) =>
    startTransition(async () => {
      const result = await answered(work());
      if (!result.ok) return setRefusal(result.message ?? "Not saved.");
      toast({ title: done });
      router.push(paths.playbooks());
    });
  return (
    <form
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        settle(() => savePlaybook(draft), `${draft.name} saved: clocks follow it now`);
      }}
    >
      <div className="grid gap-3 md:grid-cols-3">
        <Field label="Name">
          {(control) => (
            <Input {...control} value={draft.name} onChange={(event) => change({ name: event.target.value })} />
          )}
        </Field>
        <Field label="Owner of the band" hint="Who answers for it.">
          {(control) => (
            <Select
              {...control}
              options={ROLE_CHOICES}
              value={draft.ownerRole}
              onChange={(event) => change({ ownerRole: event.target.value as OwnerRole })}
            />
          )}
        </Field>
        <Field label="First deadline, days" hint="By then something must be due.">
          {(control) => (
            <Input
              {...control}
              type="number"
              min={1}
              max={730}
              value={Number.isNaN(draft.firstDeadlineDays) ? "" : draft.firstDeadlineDays}
              onChange={({ target }) =>
                change({ firstDeadlineDays: target.value === "" ? Number.NaN : Number(target.value) })
              }
            />
          )}
        </Field>
      </div>
      <RuleFields rules={draft.rules} onChange={(rules) => change({ rules })} />
      <section className="flex flex-col gap-2">
        <h3 className="font-semibold">What it costs</h3>
        <HoursTable hours={hours} {...(after ? { after } : {})} />
      </section>
      <section className="flex flex-col gap-2">
        <h3 className="font-semibold">How it is done well</h3>
        <StepFields steps={draft.steps} onChange={(steps) => change({ steps })} />
      </section>
      {problem && (
        <p role="alert" className="font-medium">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={isPending || !checked.success}>
          {isPending ? "Saving…" : "Save playbook"}
        </Button>
        <ButtonLink href={paths.playbooks()}>Cancel</ButtonLink>
        {resetTo && (
          <Button
            disabled={isPending}
            onClick={() =>
              settle(
                () => resetPlaybook({ key: playbook.key, segment: playbook.segment }),
                `${playbook.name} is as before`,
              )
            }
          >
            {RESET[resetTo]}
          </Button>
        )}
      </div>
    </form>
  );
}
