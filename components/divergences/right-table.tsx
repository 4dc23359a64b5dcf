import { Table, Td, Th } from "@/components/ui/table";
import type { RightRow } from "@/lib/core/validation/right-table";
import type { Share } from "@/lib/core/validation/wilson";
import { percentText } from "@/lib/format";

interface Props {
  label: string;
  /** What the first column tells apart: "Quarter", "How they disagreed". */
  head: string;
  rows: readonly RightRow[];
  nameOf: (key: string) => string;
}

/** How often numbers, people and health were right, with n and intervals; below 20 the counts speak. */
export function RightTable({ label, head, rows, nameOf }: Props) {
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th>{head}</Th>
          <Th numeric>Decisions</Th>
          <Th numeric>Lost</Th>
          <Th numeric>Numbers right</Th>
          <Th numeric>People right</Th>
          <Th numeric>Health right</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <Td className="whitespace-nowrap">{nameOf(row.key)}</Td>
            <Td numeric>{row.n}</Td>
            <Td numeric>{row.bad}</Td>
            <Td numeric>
              <Right share={row.numbers} />
            </Td>
            <Td numeric>
              <Right share={row.people} />
            </Td>
            <Td numeric>
              <Right share={row.health} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Right({ share }: { share: Share | null }) {
  if (!share) return "—";
  if (share.n < 20) return `${share.hits} of ${share.n}`;
  return (
    <span className="whitespace-nowrap">
      {percentText(share.share)}{" "}
      <span className="text-muted-foreground text-xs">
        {percentText(share.low)}–{percentText(share.high)}
      </span>
    </span>
  );
}
