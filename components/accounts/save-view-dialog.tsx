"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useSaving } from "@/components/work/use-saving";
import { WorkForm } from "@/components/work/work-form";
import { removeView, saveView } from "@/lib/actions/views";
import { viewHref } from "./address";
import type { SavedView } from "./view-menu";

/** A view's name, who may open it, and where it stands. */
export function SaveViewDialog({
  query,
  changes,
  onClose,
}: {
  query: string;
  changes: SavedView | null;
  onClose: () => void;
}) {
  const router = useRouter();
  const [name, setName] = useState(changes?.name ?? "");
  const [isShared, setShared] = useState(changes?.isShared ?? false);
  const [isPinned, setPinned] = useState(changes?.isPinned ?? true);
  const { save, isPending, error, fields } = useSaving(onClose);
  const isChange = changes !== null && name.trim() === changes.name;
  const said = { page: "accounts" as const, name, query, isShared, isPinned };
  const send = () => saveView({ ...said, ...(isChange ? { viewId: changes.viewId } : {}) });
  const before = changes && {
    ...{ page: "accounts" as const, viewId: changes.viewId, name: changes.name, query: changes.query },
    ...{ isShared: changes.isShared, isPinned: changes.isPinned },
  };
  return (
    <WorkForm
      title="Save view"
      submit={isChange ? "Change it" : "Save"}
      isPending={isPending}
      error={fields.name ? null : error}
      onClose={onClose}
      onSubmit={() =>
        save(send, ({ viewId, slug }) => {
          router.push(viewHref(slug, query), { scroll: false });
          return {
            title: `View ${name} saved`,
            undo: () => (isChange && before ? saveView(before) : removeView({ viewId })),
          };
        })
      }
    >
      <Field
        label="Name"
        error={fields.name}
        hint={changes ? "Under another name it becomes a view of its own." : undefined}
      >
        {(control) => (
          <Input {...control} value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Check label="Everybody may open it" checked={isShared} onChange={setShared} />
      <Check label="Among the tabs" checked={isPinned} onChange={setPinned} />
    </WorkForm>
  );
}

function Check({ label, checked, onChange }: { label: string; checked: boolean; onChange: (value: boolean) => void }) {
  return (
    <label className="flex min-h-6 items-center gap-2 max-md:min-h-11">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="accent-primary"
      />
      {label}
    </label>
  );
}
