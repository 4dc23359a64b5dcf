"use client";
import { useRouter } from "next/navigation";
import { Select } from "@/components/ui/select";
import { addressWith } from "@/components/ui/use-address";
import { CAUSE_OPTIONS } from "@/components/work/cause-options";

/** Narrows the list to one cause, in the address. */
export function CauseFilter({ value }: { value: string | null }) {
  const router = useRouter();
  return (
    <Select
      aria-label="Cause"
      value={value ?? ""}
      onChange={({ target }) =>
        router.push(addressWith({ cause: target.value || null, from: null }), { scroll: false })
      }
      options={[{ value: "", label: "Any cause" }, ...CAUSE_OPTIONS]}
      className="w-auto! max-md:flex-1!"
    />
  );
}
