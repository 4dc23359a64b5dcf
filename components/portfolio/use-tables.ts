"use client";
import { useAddress } from "@/components/ui/use-address";

/** Whether the page's charts stand as their numbers, and what sets it; the address keeps it. */
export function useTables() {
  const [table, setTable] = useAddress("table");
  return [table === "1", (isTable: boolean) => setTable(isTable ? "1" : null)] as const;
}
