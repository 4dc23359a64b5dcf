import { StackedTd } from "@/components/ui/stacked-td";
import { Table, Td, Th } from "@/components/ui/table";
import type { EffectFigure } from "@/lib/core/playbook/effect-figures";
import { countText } from "@/lib/format";
import { ofPairs, verdictWords } from "./effect-words";
import { IntervalCell } from "./interval-cell";
import { SideLink } from "./side-link";

interface Props {
  label: string;
  head: string;
  rows: readonly { name: string; figure: EffectFigure; treatedHref: string; untreatedHref: string }[];
}

/** Worked against comparable unworked accounts, a row each: shares, difference, interval and what may be said of it. */
export function ComparisonTable({ label, head, rows }: Props) {
  return (
    <Table label={label} stacked>
      <thead>
        <tr>
          <Th>{head}</Th>
          <Th numeric>Pairs</Th>
          <Th numeric>Worked</Th>
          <Th numeric>Not worked</Th>
          <Th>Difference, 95% interval</Th>
          <Th>Says</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, figure: { key, effect, workedLater }, treatedHref, untreatedHref }) => (
          <tr key={key}>
            <Td className="font-medium whitespace-nowrap max-md:block max-md:h-auto max-md:border-0">{name}</Td>
            <StackedTd head="Pairs" numeric>
              {countText(effect?.pairs ?? 0)}
            </StackedTd>
            <StackedTd head="Worked" numeric className="whitespace-nowrap">
              {effect ? <SideLink href={treatedHref} words={ofPairs(effect.treatedShare, effect.pairs)} /> : "—"}
            </StackedTd>
            <StackedTd head="Not worked" numeric className="whitespace-nowrap">
              {effect ? <SideLink href={untreatedHref} words={ofPairs(effect.untreatedShare, effect.pairs)} /> : "—"}
            </StackedTd>
            <IntervalCell effect={effect} fewer="Shown from 10 pairs" />
            <StackedTd head="Says" className="min-w-56">
              {verdictWords(effect)}
              {effect && effect.unmatched > 0 && (
                <span className="text-muted-foreground">
                  {" "}
                  · {countText(effect.unmatched)} worked found nobody alike
                </span>
              )}
              {workedLater > 0 && (
                <span className="text-muted-foreground">
                  {" "}
                  · {countText(workedLater)} of the others got a plan later
                </span>
              )}
            </StackedTd>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
