"use client";
import { useMemo } from "react";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { bandedBy } from "@/lib/core/what-if/banded-by";
import { type OutcomeFigures, outcomeFigures } from "@/lib/core/what-if/outcome-figures";
import { layoutOf, prepareBook, rescore } from "@/lib/core/what-if/rescore";
import { countText, moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import { intervalText } from "./interval-text";
import type { Tried, useTried, View } from "./use-tried";

interface Props {
  near: ReturnType<typeof useTried>;
  far: ReturnType<typeof useTried>;
  view: View;
  version: number;
}

const HORIZONS = [60, 90] as const;

/** What the draft would have said before past decisions, beside what the published version says of the same data. */
export function WhatIfAccuracy({ near, far, view, version }: Props) {
  const [nearRow, farRow] = [useBeside(near.whole, view), useBeside(far.whole, view)];
  const rows = [nearRow, farRow];
  const failure = near.failure ?? far.failure;
  const waiting = Math.max(near.whole?.book.about.waiting ?? 0, far.whole?.book.about.waiting ?? 0);
  const currency = near.whole?.book.about.currency ?? "USD";
  return (
    <section aria-label="Against past decisions" className="flex flex-col gap-2">
      <h3 className="font-medium">Against past decisions</h3>
      {failure && <p className="text-muted-foreground">{failure}</p>}
      {!failure && rows.some((row) => row === null) && (
        <p className="text-muted-foreground">Reading what was known before each decision…</p>
      )}
      {HORIZONS.map((days, i) => {
        const row = rows[i];
        return row && <Horizon key={days} days={days} {...row} version={version} currency={currency} />;
      })}
      {waiting > 0 && (
        <p className="text-muted-foreground">
          {waiting === 1 ? "One decision is" : `${countText(waiting)} decisions are`} still being replayed by version{" "}
          {version}: load the page again in a few minutes.
        </p>
      )}
      {rows.some((row) => row && row.after.n > 0) && (
        <p className="text-muted-foreground text-xs">
          The decisions that <Link href={paths.validation()}>Validation</Link> compares, and what it says of version{" "}
          {version}. Below green says a loss: churned or downsold.
        </p>
      )}
    </section>
  );
}

/** The figures of the published model and of the draft, over the same cases. */
function useBeside(whole: Tried | null, view: View): { before: OutcomeFigures; after: OutcomeFigures } | null {
  const book = whole?.book ?? null;
  const before = useMemo(() => {
    if (!book) return null;
    const { model } = book.about;
    return outcomeFigures(book, bandedBy(rescore(prepareBook(book, layoutOf(model)), model, book.n), view));
  }, [book, view]);
  return whole && before && { before, after: outcomeFigures(whole.book, whole.banded) };
}

interface HorizonProps {
  days: number;
  before: OutcomeFigures;
  after: OutcomeFigures;
  version: number;
  currency: string;
}

function Horizon({ days, before, after, version, currency }: HorizonProps) {
  const rows: Array<[string, (figures: OutcomeFigures) => string]> = [
    ["Right", ({ right }) => intervalText(right)],
    ["Losses said before", ({ hits, misses }) => `${countText(hits)} of ${countText(hits + misses)}`],
    [
      "Lost ARR said before",
      ({ caughtCents, lostCents }) => `${moneyShort(caughtCents, currency)} of ${moneyShort(lostCents, currency)}`,
    ],
    ["False alarms", ({ falseAlarms, calm }) => `${countText(falseAlarms)} of ${countText(falseAlarms + calm)} kept`],
  ];
  if (after.n === 0 && before.n === 0)
    return (
      <p className="text-muted-foreground">
        {days} days before: no decision with a score then. Import outcomes and signals from before them to see hits and
        misses.
      </p>
    );
  return (
    <Table label={`${days} days before the decision`}>
      <thead>
        <tr>
          <Th className="pl-0">{days} days before</Th>
          <Th numeric>
            Version {version} (n = {countText(before.n)})
          </Th>
          <Th numeric className="pr-0">
            Draft (n = {countText(after.n)})
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, textOf]) => (
          <tr key={name}>
            <th scope="row" className="border-b py-1.5 pr-2 text-left font-normal">
              {name}
            </th>
            <Td numeric>{textOf(before)}</Td>
            <Td numeric className="pr-0">
              {textOf(after)}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
