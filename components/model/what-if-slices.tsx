"use client";
import { useState } from "react";
import { Segmented } from "@/components/ui/segmented";
import { Table, Td, Th } from "@/components/ui/table";
import type { Amount } from "@/lib/core/what-if/band-tallies";
import type { BookAbout } from "@/lib/core/what-if/book-columns";
import type { Effect } from "@/lib/core/what-if/effect";
import { countText, moneyShort } from "@/lib/format";

interface Props {
  effect: Pick<Effect, "byCsm" | "bySegment">;
  about: BookAbout;
}

/** Whose accounts would move: by CSM or by segment, counts with their ARR. */
export function WhatIfSlices({ effect, about }: Props) {
  const [by, setBy] = useState("csm");
  const slices = by === "csm" ? effect.byCsm : effect.bySegment;
  if (effect.byCsm.length === 0) return null;
  const nameOf = (value: number) =>
    by === "csm" ? (about.csms[value]?.name ?? "No CSM") : (about.segments[value] ?? "No segment");
  return (
    <section aria-label="Whose accounts would move" className="flex flex-col gap-2">
      <Segmented
        name="what-if-by"
        label="Moves by"
        value={by}
        onChange={setBy}
        options={[
          { value: "csm", label: "By CSM" },
          { value: "segment", label: "By segment" },
        ]}
      />
      <Table label={by === "csm" ? "Moves by CSM" : "Moves by segment"}>
        <thead>
          <tr>
            <Th className="pl-0">{by === "csm" ? "CSM" : "Segment"}</Th>
            <Th numeric>Down</Th>
            <Th numeric className="pr-0">
              Up
            </Th>
          </tr>
        </thead>
        <tbody>
          {slices.map(({ value, down, up }) => (
            <tr key={value}>
              <th scope="row" className="border-b py-1.5 pr-2 text-left font-normal">
                {nameOf(value)}
              </th>
              <Moved amount={down} currency={about.currency} />
              <Moved amount={up} currency={about.currency} />
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function Moved({ amount, currency }: { amount: Amount; currency: string }) {
  return (
    <Td numeric className="tabular-nums last:pr-0">
      {amount.accounts === 0 ? (
        <span className="text-muted-foreground">·</span>
      ) : (
        <>
          {countText(amount.accounts)}{" "}
          <span className="text-muted-foreground text-xs">{moneyShort(amount.arrCents, currency)}</span>
        </>
      )}
    </Td>
  );
}
