"use client";
import { useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import { updateSettings } from "@/lib/actions/settings";

interface Props {
  productOwnerId: number | null;
  people: readonly { id: number; name: string }[];
}

/** Who is told of plans whose cause is a product issue. */
export function ProductOwnerForm({ productOwnerId, people }: Props) {
  const toast = useToast();
  const [isPending, startTransition] = useTransition();
  const save = (value: string) =>
    startTransition(async () => {
      const result = await answered(updateSettings({ productOwnerId: value === "" ? null : Number(value) }));
      if (result.ok) toast({ title: "Saved" });
      else toast({ title: "Not saved", description: result.message, failed: true });
    });
  return (
    <Field
      label="Product issues go to"
      hint="They are told when a plan names a product issue as its cause."
      className="max-w-80"
    >
      {(control) => (
        <Select
          {...control}
          key={productOwnerId ?? ""}
          defaultValue={productOwnerId ?? ""}
          disabled={isPending}
          onChange={(event) => save(event.target.value)}
          options={[
            { value: "", label: "Nobody yet" },
            ...people.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
      )}
    </Field>
  );
}
