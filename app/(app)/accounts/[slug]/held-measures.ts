import { heldColumns } from "@/lib/core/guards/held-columns";
import type { Hold } from "@/lib/core/guards/hold";
import type { Definition } from "@/lib/core/health/model";
import type { Feed } from "@/lib/core/measures/columns";
import { dayText } from "@/lib/format";

/** What is said of each measure of a definition whose data is held: since when, and by which reading work goes. */
export function heldMeasures(definition: Definition, holds: readonly Hold[]): Map<string, string> {
  const said = new Map<string, string>();
  for (const { kind, subject, verdict, since, baseOn, isOver } of holds) {
    if (isOver) continue;
    const subjects = kind === "feed" ? { feeds: [subject as Feed], measures: [] } : { feeds: [], measures: [subject] };
    const what =
      verdict === null || verdict === "data_fault" ? "Data fault" : verdict === "holiday" ? "Holiday" : "Incident";
    const words = `${what} since ${dayText(since)}${baseOn ? `, last good reading of ${dayText(baseOn)}` : ""}: playbooks and clocks wait`;
    for (const column of heldColumns(definition, subjects)) {
      const key = definition.measures[column]?.key;
      if (key) said.set(key, words);
    }
  }
  return said;
}
