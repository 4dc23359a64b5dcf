import { Info } from "@/components/ui/info";
import { Table, Td, Th } from "@/components/ui/table";
import type { SideReport } from "@/lib/core/validation/side-report";
import { aucWords, ratioWords, rightWords, two, VERDICT_WORDS } from "./validation-words";

interface Row {
  name: string;
  note?: string;
  side: SideReport;
}

interface Props {
  rows: readonly Row[];
  /** The measure that ranks best alone: what a score must beat. */
  best: { name: string; n: number; bad: number; auc: SideReport["auc"] } | null;
}

/** Scores on the same past, beside what always saying the more frequent outcome gets right and the best single measure. */
export function ScoresTable({ rows, best }: Props) {
  const health = rows[0]?.side.belowGreen;
  return (
    <Table label="Scores side by side">
      <thead>
        <tr>
          <Th>Score</Th>
          <Th numeric>Decisions</Th>
          <Th numeric>Lost</Th>
          <Th numeric>Right, 95% interval</Th>
          <Th numeric>Below green: lost</Th>
          <Th numeric>Lost: below green</Th>
          <Th numeric>Red: lost</Th>
          <Th numeric>
            AUC, 95% interval
            <Info about="AUC">
              The chance that an account that was lost had a lower score than one that stayed. 0.5 is a coin, 1 is never
              wrong. DeLong’s interval; where it holds 0.5 the score is no better than chance.
            </Info>
          </Th>
          <Th numeric>Average precision</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, note, side }) => (
          <tr key={name}>
            <Td className="min-w-52 py-1 font-medium">
              {name}
              {note && <span className="block font-normal text-muted-foreground text-xs">{note}</span>}
            </Td>
            <Td numeric>{side.n}</Td>
            <Td numeric>{side.bad}</Td>
            <Td numeric className="whitespace-nowrap">
              {rightWords(side.right)}
            </Td>
            <Td numeric>{ratioWords(side.belowGreen.tp, side.belowGreen.tp + side.belowGreen.fp)}</Td>
            <Td numeric>{ratioWords(side.belowGreen.tp, side.bad)}</Td>
            <Td numeric className="whitespace-nowrap">
              {ratioWords(side.red.tp, side.red.tp + side.red.fp)}
            </Td>
            <Td numeric className="whitespace-nowrap py-1">
              {aucWords(side.auc)}
              <span className="block text-muted-foreground text-xs">{VERDICT_WORDS[side.verdict]}</span>
            </Td>
            <Td numeric>{side.prAuc === null ? "—" : two(side.prAuc)}</Td>
          </tr>
        ))}
        {health && (
          <tr>
            <Td className="min-w-52 py-1 font-medium">
              Always the more frequent outcome
              <span className="block font-normal text-muted-foreground text-xs">What any score must beat</span>
            </Td>
            <Td numeric>{health.n}</Td>
            <Td numeric>{health.bad}</Td>
            <Td numeric>{ratioWords(Math.max(health.bad, health.n - health.bad), health.n)}</Td>
            <Td numeric>{ratioWords(health.bad, health.n)}</Td>
            <Td numeric>—</Td>
            <Td numeric>—</Td>
            <Td numeric>0.50</Td>
            <Td numeric>{health.baseRate === null ? "—" : two(health.baseRate)}</Td>
          </tr>
        )}
        {best && (
          <tr>
            <Td className="min-w-52 py-1 font-medium">
              {best.name} alone
              <span className="block font-normal text-muted-foreground text-xs">The best single measure</span>
            </Td>
            <Td numeric>{best.n}</Td>
            <Td numeric>{best.bad}</Td>
            <Td numeric>—</Td>
            <Td numeric>—</Td>
            <Td numeric>—</Td>
            <Td numeric>—</Td>
            <Td numeric className="whitespace-nowrap">
              {aucWords(best.auc)}
            </Td>
            <Td numeric>—</Td>
          </tr>
        )}
      </tbody>
    </Table>
  );
}
