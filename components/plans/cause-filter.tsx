"use client";
import { useQueryState } from "nuqs";
import { Select } from "@/components/ui/select";
import { CAUSE_OPTIONS } from "@/components/work/cause-options";

/** Narrows the list to one cause, in the address. */
export function CauseFilter({ value }: { value: string | null }) {
  const [, setCause] = useQueryState("cause", { shallow: false, history: "push" });
  return (
    <Select
      aria-label="Cause"
      value={value ?? ""}
      onChange={(event) => void setCause(event.target.value || null)}
      options={[{ value: "", label: "Any cause" }, ...CAUSE_OPTIONS]}
      className="w-auto! max-md:w-full!"
    />
  );
}
