import { StackedTd } from "@/components/ui/stacked-td";
import { Table, Td, Th } from "@/components/ui/table";
import type { HoldOutFigure } from "@/lib/core/playbook/hold-out";
import { countText } from "@/lib/format";
import { ofPairs, playWords } from "./effect-words";
import { IntervalCell } from "./interval-cell";
import { SideLink } from "./side-link";

const VERDICTS = {
  better: "The play helped",
  worse: "The play did harm",
  "no effect shown": "No effect shown: the interval holds 0",
  "too few": "Too few to say",
} as const;

interface Props {
  rows: readonly HoldOutFigure[];
  /** Where a number's accounts are listed, by the number's name. */
  at: (show: string) => string;
}

/** What plays brought about that held out a random half, a row each: both sides, the difference, and what may be said of it. */
export function HoldOutTable({ rows, at }: Props) {
  return (
    <Table label="Plays that hold out a random half" stacked>
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
            <Td className="whitespace-nowrap font-medium max-md:block max-md:h-auto max-md:border-0">
              {playWords(play)}
            </Td>
            <Side
              head="With the play"
              count={worked.length}
              share={effect?.treatedShare}
              href={at(`drawn:${play}.worked`)}
            />
            <Side head="Held out" count={held.length} share={effect?.untreatedShare} href={at(`drawn:${play}.held`)} />
            <IntervalCell effect={effect} fewer="Shown from 10 on either side" />
            <StackedTd head="Says" className="min-w-56">
              {VERDICTS[effect?.verdict ?? "too few"]}
              {waiting.length > 0 && (
                <>
                  {" · "}
                  <SideLink
                    href={at(`drawn:${play}.waiting`)}
                    words={`${countText(waiting.length)} drawn less than 90 days ago`}
                  />
                </>
              )}
            </StackedTd>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** How many of one side recovered; while the other side is empty, how many it is. */
function Side({ head, count, share, href }: { head: string; count: number; share: number | undefined; href: string }) {
  const words = share === undefined ? countText(count) : ofPairs(share, count);
  return (
    <StackedTd head={head} numeric className="whitespace-nowrap">
      {count > 0 ? <SideLink href={href} words={words} /> : words}
    </StackedTd>
  );
}
