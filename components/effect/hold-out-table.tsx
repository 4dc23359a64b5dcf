import { Table, Td, Th } from "@/components/ui/table";
import type { HoldOutFigure } from "@/lib/core/playbook/hold-out";
import { countText, shareText } from "@/lib/format";
import { differenceWords, playWords } from "./effect-words";
import { IntervalMark } from "./interval-mark";

const VERDICTS = {
  better: "The play helped",
  worse: "The play did harm",
  "no effect shown": "No effect shown: the interval holds 0",
  "too few": "Too few to say",
} as const;

/** What plays brought about that held out a random half, a row each: both sides, the difference, and what may be said of it. */
export function HoldOutTable({ rows }: { rows: readonly HoldOutFigure[] }) {
  return (
    <Table label="Plays that hold out a random half">
      <thead>
        <tr>
          <Th>Play</Th>
          <Th numeric>With the play</Th>
          <Th numeric>Held out</Th>
          <Th>Difference, 95% interval</Th>
          <Th>Says</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ play, effect, worked, held, waiting }) => (
          <tr key={play}>
            <Td className="font-medium whitespace-nowrap">{playWords(play)}</Td>
            <Td numeric>{effect ? shareText(Math.round(effect.treatedShare * worked), worked) : countText(worked)}</Td>
            <Td numeric>{effect ? shareText(Math.round(effect.untreatedShare * held), held) : countText(held)}</Td>
            <Td>
              {effect && effect.verdict !== "too few" ? (
                <span className="flex items-center gap-x-3 whitespace-nowrap">
                  <IntervalMark {...effect} />
                  {differenceWords(effect)}
                </span>
              ) : (
                <span className="text-muted-foreground">Shown from 10 on either side</span>
              )}
            </Td>
            <Td>
              {VERDICTS[effect?.verdict ?? "too few"]}
              {waiting > 0 && (
                <span className="text-muted-foreground"> · {countText(waiting)} drawn less than 90 days ago</span>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
