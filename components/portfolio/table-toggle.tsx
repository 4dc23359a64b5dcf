"use client";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { Button } from "@/components/ui/button";
import { useKeys } from "@/components/ui/use-keys";

/** Shows every chart of the page as its numbers, or drawn again; t does the same. The address keeps it. */
export function TableToggle() {
  const [isTable, setTable] = useQueryState("table", parseAsStringLiteral(["1"]));
  const toggle = () => void setTable(isTable ? null : "1");
  useKeys("t", toggle, { does: { t: "Change between charts and tables" } });
  return (
    <Button size="sm" aria-pressed={isTable !== null} onClick={toggle}>
      {isTable ? "Chart" : "Table"}
    </Button>
  );
}
