import { Table, Td, Th } from "@/components/ui/table";
import type { LossPattern } from "@/lib/core/validation/loss-pattern";
import { measureName } from "./validation-words";

/** Each measure before the last losses, against renewed accounts that match them: mean points of both, and how many of the lost
 * show it. */
export function PatternTable({ pattern: { rows, lost, matched } }: { pattern: LossPattern }) {
  const horizons = rows[0]?.cells.map(({ horizon }) => horizon) ?? [];
  return (
    <>
      <Table label="Measures before the last losses">
        <thead>
          <tr>
            <Th>Measure, points of 100</Th>
            {horizons.map((horizon) => (
              <Th key={horizon} numeric>
                {horizon} days before
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells, isBeyondChance }) => (
            <tr key={key}>
              <Td className="py-1 font-medium">
                {measureName(key)}
                {isBeyondChance && (
                  <span className="block font-normal text-muted-foreground text-xs">Beyond chance</span>
                )}
              </Td>
              {cells.map(({ horizon, lost: mean, renewed, showing }) => (
                <Td key={horizon} numeric className="whitespace-nowrap py-1">
                  <span className="block">
                    {whole(mean)} against {whole(renewed)}
                  </span>
                  <span className="block text-muted-foreground text-xs">
                    {showing ? `${showing.hits} of ${showing.n} show it` : "no readings"}
                  </span>
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-2 max-w-prose text-muted-foreground text-xs">
        First number: mean points of the last {lost} churned. Second: of {matched} renewed accounts of the same segment,
        of like ARR and time. “Show it”: below the worst quarter of those renewed; by chance a quarter would. “Beyond
        chance”: 90 days before, by so many that chance would do as much for one measure in one such table of twenty at
        most.
      </p>
    </>
  );
}

function whole(value: number | null): string {
  return value === null ? "—" : String(Math.round(value));
}
