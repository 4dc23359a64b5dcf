import { BandBadge } from "@/components/health/band-badge";
import { cx } from "@/components/ui/cx";
import { Table, Td, Th } from "@/components/ui/table";
import type { Tone } from "@/lib/core/health/bands";
import type { Amount, BandTally } from "@/lib/core/what-if/band-tallies";
import { countText, moneyFull, moneyShort } from "@/lib/format";

interface Props {
  bands: readonly BandTally[];
  currency: string;
  words: string;
}

const FILLS: Record<Tone | "none", string> = {
  green: "bg-band-green",
  yellow: "bg-band-yellow",
  red: "bg-band-red",
  none: "bg-band-none",
};

/** How the book is spread over the bands now and if published: counts and ARR, each with a bar of its share. */
export function WhatIfBands({ bands, currency, words }: Props) {
  const largest = Math.max(1, ...bands.flatMap(({ before, after }) => [before.accounts, after.accounts]));
  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="font-medium">{words}</figcaption>
      <Table label="Bands now and if published">
        <thead>
          <tr>
            <Th className="pl-0">Band</Th>
            <Th numeric>Now</Th>
            <Th numeric className="pr-0">
              If published
            </Th>
          </tr>
        </thead>
        <tbody>
          {bands.map(({ key, name, tone, before, after }) => (
            <tr key={`${tone} ${key} ${name}`}>
              <th scope="row" className="border-b py-1 pr-2 text-left font-normal">
                <BandBadge tone={tone} name={name} />
              </th>
              <Figure amount={before} largest={largest} tone={tone} currency={currency} isFaint />
              <Figure
                amount={after}
                largest={largest}
                tone={tone}
                currency={currency}
                change={after.accounts - before.accounts}
              />
            </tr>
          ))}
        </tbody>
      </Table>
    </figure>
  );
}

interface FigureProps {
  amount: Amount;
  largest: number;
  tone: Tone | null;
  currency: string;
  change?: number;
  isFaint?: boolean;
}

function Figure({ amount, largest, tone, currency, change = 0, isFaint }: FigureProps) {
  return (
    <Td numeric className="py-1 align-top last:pr-0">
      <span className="block tabular-nums">
        {change !== 0 && (
          <span className="mr-1 text-muted-foreground text-xs">
            {change > 0 ? "+" : "−"}
            {countText(Math.abs(change))}
          </span>
        )}
        <span className="font-semibold">{countText(amount.accounts)}</span>
      </span>
      <span className="block text-muted-foreground text-xs" title={moneyFull(amount.arrCents, currency)}>
        {moneyShort(amount.arrCents, currency)}
      </span>
      <span aria-hidden className="mt-1 flex h-2 justify-end">
        <span
          className={cx("h-2 rounded-badge", FILLS[tone ?? "none"], isFaint && "opacity-50")}
          style={{ width: `${(100 * amount.accounts) / largest}%` }}
        />
      </span>
    </Td>
  );
}
