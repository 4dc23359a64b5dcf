import Link from "next/link";
import { Table, Td, Th } from "@/components/ui/table";
import type { EffectFigure } from "@/lib/core/playbook/effect-figures";
import { countText } from "@/lib/format";
import { differenceWords, ofPairs, verdictWords } from "./effect-words";
import { IntervalMark } from "./interval-mark";

interface Props {
  label: string;
  head: string;
  rows: readonly { name: string; figure: EffectFigure; treatedHref: string; untreatedHref: string }[];
}

/** Worked against comparable unworked accounts, a row each: shares, difference, interval and what may be said of it. */
export function ComparisonTable({ label, head, rows }: Props) {
  return (
    <Table label={label}>
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
            <Td className="font-medium whitespace-nowrap">{name}</Td>
            <Td numeric>{countText(effect?.pairs ?? 0)}</Td>
            <Td numeric className="whitespace-nowrap">
              {effect ? <Side href={treatedHref} words={ofPairs(effect.treatedShare, effect.pairs)} /> : "—"}
            </Td>
            <Td numeric className="whitespace-nowrap">
              {effect ? <Side href={untreatedHref} words={ofPairs(effect.untreatedShare, effect.pairs)} /> : "—"}
            </Td>
            <Td>
              {effect && effect.verdict !== "too few" ? (
                <span className="flex items-center gap-x-3 whitespace-nowrap">
                  <IntervalMark {...effect} />
                  {differenceWords(effect)}
                </span>
              ) : (
                <span className="text-muted-foreground">Shown from 10 pairs</span>
              )}
            </Td>
            <Td>
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
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Side({ href, words }: { href: string; words: string }) {
  return (
    <Link href={href} className="text-primary underline">
      {words}
    </Link>
  );
}
