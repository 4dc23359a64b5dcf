"use client";
import { useState } from "react";
import { useToast } from "@/components/ui/toast";
import { useKeys } from "@/components/ui/use-keys";
import type { WorkTarget } from "@/components/work/refusal";
import { type PackedRows, unpackRows } from "@/lib/core/portfolio/packed-rows";
import { paths } from "@/lib/paths";
import type { AccountsQuery } from "./address";

export interface AllMatching {
  targets: readonly WorkTarget[];
  /** There are more than one thing is done about at once. */
  isCapped: boolean;
}

/** Ctrl+A or ⌘A chooses every account that the filter holds, found by the server; Esc lets them go. */
export function useAllMatching(query: AccountsQuery) {
  const [all, setAll] = useState<AllMatching | null>(null);
  const toast = useToast();
  const choose = async () => {
    const found = await fetch(paths.bookTargets(query))
      .then((response) => (response.ok ? (response.json() as Promise<PackedRows & { isCapped: boolean }>) : null))
      .catch(() => null);
    if (found) setAll({ targets: unpackRows<WorkTarget>(found), isCapped: found.isCapped });
    else toast({ title: "The accounts were not found. Press Ctrl+A again.", failed: true });
  };
  const clear = () => setAll(null);
  useKeys("mod+a", choose, { preventDefault: true, does: { "mod+a": "Choose all matching" } });
  useKeys("escape", clear);
  return { all, choose, clear };
}
