"use client";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { tagAccounts } from "@/lib/actions/work";
import { inParts } from "./in-parts";
import { type Target, targetsText } from "./target";
import { useSaving } from "./use-saving";
import { WorkForm } from "./work-form";

/** Puts a tag on accounts. */
export function TagDialog({ targets, onClose }: { targets: readonly Target[]; onClose: () => void }) {
  const [tag, setTag] = useState("");
  const { save, isPending, error } = useSaving(onClose);
  const accountIds = targets.map(({ accountId }) => accountId);
  return (
    <WorkForm
      title={`Tag ${targetsText(targets)}`}
      submit="Tag"
      isPending={isPending}
      onClose={onClose}
      onSubmit={() =>
        save(
          () => inParts(accountIds, (part) => tagAccounts({ accountIds: part, add: [tag] })),
          () => ({
            title: `${targetsText(targets)} tagged ${tag}`,
            undo: () => inParts(accountIds, (part) => tagAccounts({ accountIds: part, remove: [tag] })),
          }),
        )
      }
    >
      <Field label="Tag" error={error} hint="A word or two, such as “reference” or “q1 campaign”.">
        {(control) => <Input {...control} value={tag} onChange={(event) => setTag(event.target.value)} />}
      </Field>
    </WorkForm>
  );
}
