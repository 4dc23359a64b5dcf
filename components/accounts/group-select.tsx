"use client";
import { useRouter } from "next/navigation";
import { Select } from "@/components/ui/select";
import { type AccountsQuery, accountsHref } from "./address";

const OPTIONS = [
  { value: "", label: "No groups" },
  { value: "band", label: "By band" },
  { value: "csm", label: "By CSM" },
  { value: "segment", label: "By segment" },
  { value: "month", label: "By renewal month" },
];

/** Gathers the list by band, CSM, segment or renewal month. */
export function GroupSelect({ query }: { query: AccountsQuery }) {
  const router = useRouter();
  return (
    <Select
      aria-label="Groups"
      className="w-auto!"
      value={query.group ?? ""}
      onChange={(event) => router.push(accountsHref(query, { group: event.target.value || null }), { scroll: false })}
      options={OPTIONS}
    />
  );
}
