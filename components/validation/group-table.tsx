import { Table, Td, Th } from "@/components/ui/table";
import type { RightGroup } from "@/lib/core/validation/right-over";
import { aucWords, rightWords } from "./validation-words";

interface Props {
  label: string;
  head: string;
  rows: readonly RightGroup[];
  fewest: number;
}

/** How often health was right by a group; groups that are too small are counted and not judged. */
export function GroupTable({ label, head, rows, fewest }: Props) {
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th>{head}</Th>
          <Th numeric>Decisions</Th>
          <Th numeric>Lost</Th>
          <Th numeric>Right, 95% interval</Th>
          <Th numeric>AUC, 95% interval</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, n, bad, right, auc }) => (
          <tr key={key}>
            <Td className="whitespace-nowrap">{key}</Td>
            <Td numeric>{n}</Td>
            <Td numeric>{bad}</Td>
            {right ? (
              <>
                <Td numeric className="whitespace-nowrap">
                  {rightWords(right)}
                </Td>
                <Td numeric className="whitespace-nowrap">
                  {aucWords(auc)}
                </Td>
              </>
            ) : (
              <Td colSpan={2} className="text-muted-foreground">
                Too few: shown from {fewest}
              </Td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
