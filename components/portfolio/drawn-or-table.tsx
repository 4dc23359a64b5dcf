"use client";
import { type ReactNode, useDeferredValue } from "react";
import { useTables } from "./use-tables";

/** A chart, or its numbers where the address asks for them. The button that changes it answers first: the charts of a page follow
 * it piece by piece, and no press waits for them. */
export function DrawnOrTable({ drawn, table }: { drawn: ReactNode; table: ReactNode }) {
  const [isTable] = useTables();
  return useDeferredValue(isTable) ? table : drawn;
}
