import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { cx } from "@/components/ui/cx";
import { Table, Td, Th } from "@/components/ui/table";
import { type BandOutcome, KINDS } from "@/lib/core/validation/band-outcomes";
import { ratioWords, rightWords } from "./validation-words";

const HEADS = { renewed: "Renewed", expanded: "Expanded", downsold: "Downsold", churned: "Churned" } as const;

/** Where accounts stood before the decision, by what they decided; what health had right is outlined. */
export function OutcomeTable({ rows, horizon }: { rows: readonly BandOutcome[]; horizon: number }) {
  const total = rows.reduce((sum, { n }) => sum + n, 0);
  return (
    <Table label={`Band ${horizon} days before, by outcome`}>
      <thead>
        <tr>
          <Th>{horizon} days before</Th>
          {KINDS.map((kind) => (
            <Th key={kind} numeric>
              {HEADS[kind]}
            </Th>
          ))}
          <Th numeric>All</Th>
          <Th numeric>Lost, 95% interval</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ tone, n, counts, lost }) => (
          <tr key={tone}>
            <Td>
              <BandBadge tone={toneOfCode(tone)} name={tone === 0 ? "Insufficient data" : null} />
            </Td>
            {KINDS.map((kind) => (
              <Td key={kind} numeric className={cx(isRight(tone, kind) && "outline-2 -outline-offset-3 outline-input")}>
                {counts[kind]} {n >= 20 && <Percent words={ratioWords(counts[kind], n)} />}
                {isRight(tone, kind) && <span className="sr-only"> (right)</span>}
              </Td>
            ))}
            <Td numeric>{n}</Td>
            <Td numeric className="whitespace-nowrap">
              {rightWords(lost)}
            </Td>
          </tr>
        ))}
        <tr className="font-medium">
          <Td>All</Td>
          {KINDS.map((kind) => (
            <Td key={kind} numeric>
              {rows.reduce((sum, { counts }) => sum + counts[kind], 0)}
            </Td>
          ))}
          <Td numeric>{total}</Td>
          <Td />
        </tr>
      </tbody>
    </Table>
  );
}

function isRight(tone: number, kind: (typeof KINDS)[number]): boolean {
  const isBad = kind === "churned" || kind === "downsold";
  return tone > 0 && tone < 3 === isBad;
}

function Percent({ words }: { words: string }) {
  return <span className="text-muted-foreground text-xs">{words}</span>;
}
