import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import type { ShiftSlice } from "@/lib/core/portfolio/shift-slices";
import { sliceAddress } from "@/lib/core/portfolio/slice-address";
import { dimensionWords, sliceWords } from "@/lib/core/portfolio/slice-words";
import { countText } from "@/lib/format";
import { chanceWords } from "./shift-words";

interface Props {
  slices: readonly ShiftSlice[];
  looked: number;
  shown: string | null;
  hrefOf: (slice: string) => string;
}

const MOST = 12;

/** The slices in which greens fell more often than in the whole book, each opening exactly its accounts. */
export function ShiftSlices({ slices, looked, shown, hrefOf }: Props) {
  return (
    <Card title="Where it sits">
      {slices.length === 0 ? (
        <p className="text-muted-foreground">No slice with three falls or more fell more often than the book.</p>
      ) : (
        <Table label="Slices by lift">
          <thead>
            <tr>
              <Th>Slice</Th>
              <Th numeric>Fell of greens</Th>
              <Th numeric>Lift</Th>
              <Th>By chance</Th>
            </tr>
          </thead>
          <tbody>
            {slices.slice(0, MOST).map(({ terms, greens, fallen, lift, chance, isBeyondChance }) => {
              const address = sliceAddress(terms);
              return (
                <tr key={address} className={address === shown ? "bg-muted" : undefined}>
                  <th scope="row" className="min-w-40 border-b px-2 py-1.5 text-left font-normal">
                    <Link
                      href={hrefOf(address)}
                      scroll={false}
                      aria-current={address === shown ? "true" : undefined}
                      className="text-primary underline"
                    >
                      {sliceWords(terms).replace(/^./, (first) => first.toUpperCase())}
                    </Link>
                    <span className="block text-muted-foreground text-xs">
                      {terms.map(({ dimension }) => dimensionWords(dimension)).join(" and ")}
                    </span>
                  </th>
                  <Td numeric className="whitespace-nowrap">
                    {countText(fallen)} of {countText(greens)}
                  </Td>
                  <Td numeric className="whitespace-nowrap">
                    × {lift.toFixed(1)}
                  </Td>
                  <Td className="min-w-36 text-xs">
                    {isBeyondChance
                      ? `beyond chance: ${chanceWords(chance)}`
                      : `could be chance: ${chanceWords(chance)}`}
                  </Td>
                </tr>
              );
            })}
          </tbody>
        </Table>
      )}
      <p className="mt-3 text-muted-foreground text-xs">
        Lift: how many times the book's rate. By chance: how often so many of the falls would land in the slice if they
        fell blindly; beyond chance stays below 5% even as one of the {countText(looked)} slices looked at. Owners,
        segment and stage are those of the first day, attributes those of the last.
      </p>
    </Card>
  );
}
