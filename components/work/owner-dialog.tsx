"use client";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { assignOwner } from "@/lib/actions/work";
import { inParts } from "./in-parts";
import { type Target, targetsText } from "./target";
import { useSaving } from "./use-saving";
import { WorkForm } from "./work-form";
import type { Owner } from "./work-provider";

interface Props {
  targets: readonly Target[];
  owners: readonly Owner[];
  onClose: () => void;
}

const ROLES = [
  { value: "csm", label: "CSM" },
  { value: "am", label: "Account manager" },
] as const;

/** Another CSM or account manager from today on. */
export function OwnerDialog({ targets, owners, onClose }: Props) {
  const [role, setRole] = useState<"csm" | "am">("csm");
  const [personId, setPersonId] = useState("");
  const { save, isPending, error, fields } = useSaving(onClose);
  const able = owners.filter((owner) => (role === "csm" ? owner.isCsm : owner.isAm));
  const person = able.find((owner) => String(owner.personId) === personId);
  const assignTo = (personId: number | null, accountIds: readonly number[]) =>
    inParts(accountIds, (part) => assignOwner({ accountIds: part, role, personId }));
  const takeBack = async (changed: readonly { accountId: number; before: number | null }[]) => {
    for (const before of new Set(changed.map((one) => one.before))) {
      const theirs = changed.filter((one) => one.before === before).map(({ accountId }) => accountId);
      const back = await assignTo(before, theirs);
      if (!back.ok) return back;
    }
  };
  return (
    <WorkForm
      title={`Owner of ${targetsText(targets)}`}
      submit="Assign"
      isPending={isPending}
      error={fields.personId ? null : error}
      onClose={onClose}
      onSubmit={() =>
        save(
          () =>
            assignTo(
              person?.personId ?? null,
              targets.map(({ accountId }) => accountId),
            ),
          (changed) => ({
            title: `${targetsText(targets)} now with ${person?.name ?? "nobody"}`,
            undo: () => takeBack(changed.flat()),
          }),
        )
      }
    >
      <Segmented
        name="role"
        label="As"
        value={role}
        options={ROLES}
        onChange={(value) => {
          setRole(value as "csm" | "am");
          setPersonId("");
        }}
      />
      <Field
        label="Person"
        error={fields.personId}
        hint="From today on; the past keeps its owners, and clocks give fresh grace."
      >
        {(control) => (
          <Select
            {...control}
            value={personId}
            onChange={(event) => setPersonId(event.target.value)}
            options={[
              { value: "", label: "Nobody" },
              ...able.map((owner) => ({ value: String(owner.personId), label: owner.name })),
            ]}
          />
        )}
      </Field>
    </WorkForm>
  );
}
