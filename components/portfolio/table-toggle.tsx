"use client";
import { Button } from "@/components/ui/button";
import { useKeys } from "@/components/ui/use-keys";
import { useTables } from "./use-tables";

/** Shows every chart of the page as its numbers, or drawn again; t does the same. The address keeps it. */
export function TableToggle() {
  const [isTable, setTable] = useTables();
  const toggle = () => setTable(!isTable);
  useKeys("t", toggle, { does: { t: "Change between charts and tables" } });
  return (
    <Button size="sm" aria-pressed={isTable} onClick={toggle}>
      {isTable ? "Chart" : "Table"}
    </Button>
  );
}
