"use client";
import { parseAsStringLiteral, useQueryState } from "nuqs";

/** Whether the page's charts stand as their numbers, and what sets it; the address keeps it. */
export function useTables() {
  const [table, setTable] = useQueryState("table", parseAsStringLiteral(["1"]));
  return [table !== null, (isTable: boolean) => void setTable(isTable ? "1" : null)] as const;
}
