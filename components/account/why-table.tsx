import { PauseCircle } from "lucide-react";
import { Bar } from "@/components/charts/contribution-bars";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { ScoreText } from "@/components/health/score-text";
import { Info } from "@/components/ui/info";
import { Table, Td, Th } from "@/components/ui/table";
import type { WhyRow } from "@/lib/core/health/why";
import { percentText, pointsText } from "@/lib/format";

interface Props {
  rows: readonly WhyRow[];
  score: number | null;
  scoreTone: number;
  coverage: number;
  interval: readonly [number, number] | null;
  steps: readonly string[];
  /** What is said of measures whose data is held, by their keys. */
  held: ReadonlyMap<string, string>;
}

const LEVELS = { low: "low", mid: "middle", high: "high" };

/** Every measure of the score: its reading, what it earned of what it could, how old its data is, where it comes from. */
export function WhyTable({ rows, score, scoreTone, coverage, interval, steps, held }: Props) {
  const largest = Math.max(1, ...rows.map(({ possible }) => possible));
  return (
    <>
      <Table label="Where the score comes from">
        <thead>
          <tr>
            <Th>Measure</Th>
            <Th numeric>Reading</Th>
            <Th className="max-md:hidden">Level</Th>
            <Th className="w-1/4 min-w-32 max-md:hidden">Points</Th>
            <Th numeric>Earned</Th>
            <Th numeric className="max-md:hidden">
              Data
            </Th>
            <Th className="max-md:hidden">Source</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <Td className="md:whitespace-nowrap">
                {row.name}
                <Info about={row.name}>
                  <p>{row.definition}</p>
                  <p className="mt-2 text-muted-foreground">
                    Points: {row.scale}. {row.window ? `Window ${row.window} days. ` : ""}From {row.source}.
                  </p>
                </Info>
                {held.has(row.key) && (
                  <span className="flex max-w-prose items-center gap-1 whitespace-normal font-medium text-xs">
                    <PauseCircle aria-hidden className="size-3.5 shrink-0" />
                    {held.get(row.key)}
                  </span>
                )}
              </Td>
              <Td numeric className="font-medium md:whitespace-nowrap">
                {row.reading}
              </Td>
              <Td className="text-muted-foreground max-md:hidden">{row.level ? LEVELS[row.level] : "—"}</Td>
              <Td className="max-md:hidden">
                <Bar earned={row.earned / largest} possible={row.possible / largest} />
              </Td>
              <Td numeric className="whitespace-nowrap">
                {row.possible > 0 ? pointsText(row.earned, row.possible) : "not counted"}
              </Td>
              <Td numeric className="text-muted-foreground whitespace-nowrap max-md:hidden">
                {row.absent === "missing"
                  ? "missing"
                  : row.ageDays === null
                    ? "—"
                    : row.ageDays === 0
                      ? "today"
                      : `${row.ageDays} d old`}
              </Td>
              <Td className="text-muted-foreground whitespace-nowrap max-md:hidden">{row.source}</Td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <Td className="font-semibold">Measured score</Td>
            <Td numeric>
              <ScoreText value={score} />
            </Td>
            <Td colSpan={5}>
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted-foreground">
                <BandBadge tone={toneOfCode(scoreTone)} />
                {percentText(coverage)} of the weight has fresh data
                {coverage < 1 && interval && (
                  <>
                    {" "}
                    · between {Math.floor(interval[0])} and {Math.floor(interval[1])} with the rest
                  </>
                )}
              </span>
            </Td>
          </tr>
        </tfoot>
      </Table>
      {steps.length > 0 && (
        <ol className="mt-3 flex max-w-prose list-decimal flex-col gap-1 pl-5">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
    </>
  );
}
