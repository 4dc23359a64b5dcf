import { Table, Td, Th } from "@/components/ui/table";
import type { MeasureWorth } from "@/lib/core/validation/measure-worth";
import { aucWords, measureName, two } from "./validation-words";

/** What each measure is worth: alone, and by what the measured score loses when it is left out. */
export function WorthTable({ rows }: { rows: readonly MeasureWorth[] }) {
  // A measure of the onboarding alone says nothing of customers who renew.
  const sorted = rows.filter(({ n }) => n > 0).sort((a, b) => (b.alone?.auc ?? 0) - (a.alone?.auc ?? 0));
  return (
    <Table label="What each measure is worth">
      <thead>
        <tr>
          <Th>Measure</Th>
          <Th numeric>Decisions with a reading</Th>
          <Th numeric>Alone: AUC, 95% interval</Th>
          <Th numeric>Left out: AUC of the measured score</Th>
          <Th>Says</Th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((row) => (
          <tr key={row.key}>
            <Td className="min-w-40 font-medium">{measureName(row.key)}</Td>
            <Td numeric>{row.n}</Td>
            <Td numeric className="whitespace-nowrap">
              {aucWords(row.alone)}
            </Td>
            <Td numeric className="whitespace-nowrap">
              {row.helps
                ? `${signed(-row.helps.difference)} (${signed(-row.helps.high)} to ${signed(-row.helps.low)})`
                : "—"}
            </Td>
            <Td className="min-w-72">{says(row)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function signed(value: number): string {
  return `${value > 0.0005 ? "+" : ""}${two(Math.abs(value) < 0.005 ? 0 : value)}`;
}

function says({ helps, knows }: MeasureWorth): string {
  if (knows === "ranks too well") return "Suspicious: alone above 0.97. Does it know the outcome?";
  if (knows) return "Suspicious: it has readings for one kind of outcome only.";
  if (!helps) return "Cannot be said";
  if (helps.low > 0) return "Helps: without it the score ranks worse";
  if (helps.high < 0) return "Hurts: without it the score ranks better";
  return "No difference shown";
}
