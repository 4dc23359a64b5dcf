import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import type { Quarter } from "@/lib/core/portfolio/quarter";
import { isComparable, type QuarterGreens } from "@/lib/core/portfolio/shift";
import { countText } from "@/lib/format";
import { quarterWords, shareWords } from "./shift-words";

interface Props {
  quarters: readonly (Quarter & { greens: QuarterGreens })[];
  hrefOf: (first: string) => string;
}

/** The quarter and those before it: how many greens each began with, and what became of them. */
export function ShiftQuarters({ quarters, hrefOf }: Props) {
  return (
    <Card title="This quarter and those before">
      <Table label="Greens by quarter">
        <thead>
          <tr>
            <Th>Quarter</Th>
            <Th numeric>Greens</Th>
            <Th numeric>Fell</Th>
            <Th numeric>Rate</Th>
            <Th numeric>Rose</Th>
            <Th numeric>Apart</Th>
          </tr>
        </thead>
        <tbody>
          {quarters.map((quarter) => {
            const { greens, fallen, risen, apart } = quarter.greens;
            return (
              <tr key={quarter.first}>
                <th scope="row" className="h-9 border-b px-2 text-left font-normal whitespace-nowrap">
                  <Link href={hrefOf(quarter.first)} className="text-primary underline">
                    {quarterWords(quarter)}
                  </Link>
                </th>
                <Td numeric>{countText(greens)}</Td>
                <Td numeric>{countText(fallen)}</Td>
                <Td numeric className="whitespace-nowrap">
                  {!isComparable(quarter.greens)
                    ? "not comparable"
                    : greens < 20
                      ? "n < 20"
                      : shareWords(fallen / greens)}
                </Td>
                <Td numeric>{countText(risen)}</Td>
                <Td numeric>{countText(apart)}</Td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </Card>
  );
}
