import { Table, Td, Th } from "@/components/ui/table";
import type { Calibration } from "@/lib/core/validation/calibration-of";
import { shareText } from "@/lib/format";

interface Props {
  rows: readonly { personId: number; name: string; cards: number; calibration: Calibration | null }[];
}

const LEANING = {
  optimistic: "Says green more often than customers stay",
  pessimistic: "Says green less often than customers stay",
  "none shown": "No leaning shown",
};

/** How each person's answers compare with what their customers decided; in the order of names, for it is no league table. */
export function CalibrationTable({ rows }: Props) {
  return (
    <Table label="How answers compare with what customers decided">
      <thead>
        <tr>
          <Th>Answered by</Th>
          <Th numeric>Decided cards</Th>
          <Th numeric>Called green, stayed</Th>
          <Th numeric>Called yellow or red, lost</Th>
          <Th>What it shows</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ personId, name, cards, calibration }) => (
          <tr key={personId}>
            <Td className="whitespace-nowrap">{name}</Td>
            <Td numeric>{cards}</Td>
            <Td numeric>{share(calibration?.greenStayed)}</Td>
            <Td numeric>{share(calibration?.otherLost)}</Td>
            <Td className="min-w-80">
              {calibration ? (
                <>
                  {LEANING[calibration.leaning]}
                  <span className="text-muted-foreground text-xs">
                    {" "}
                    ({signed(calibration.bias.difference)}, 95% interval {signed(calibration.bias.low)} to{" "}
                    {signed(calibration.bias.high)})
                  </span>
                </>
              ) : (
                "Too few to say (8 at least)"
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function share(of: Calibration["greenStayed"] | undefined): string {
  return of ? shareText(of.hits, of.n) : "—";
}

/** A difference of two shares: "+9%". */
function signed(difference: number): string {
  const points = Math.round(difference * 100);
  return `${points < 0 ? "−" : points > 0 ? "+" : ""}${Math.abs(points)}%`;
}
