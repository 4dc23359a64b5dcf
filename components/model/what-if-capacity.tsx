"use client";
import { useMemo, useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Model } from "@/lib/core/health/model";
import { bandedBy } from "@/lib/core/what-if/banded-by";
import { capacityLine, redsOf, withRedCut } from "@/lib/core/what-if/capacity-line";
import { outcomeFigures } from "@/lib/core/what-if/outcome-figures";
import { rescore } from "@/lib/core/what-if/rescore";
import { countText, moneyShort } from "@/lib/format";
import { intervalText } from "./interval-text";
import type { Tried, View } from "./use-tried";

interface Props {
  tried: Tried;
  /** Cases 90 days before their decision, as the same draft sees them. */
  past: Tried | null;
  view: View;
  isDragging: boolean;
}

/** Red alone is what people can be told to work on. */
const RED = 1;

/** How many reds people can work on, the red cut-off that fits it, and what it would have caught. */
export function WhatIfCapacity({ tried, past, view, isDragging }: Props) {
  const [typed, setTyped] = useState("");
  const most = /^\d{1,6}$/.test(typed) ? Number(typed) : null;
  return (
    <section aria-label="Capacity" className="flex flex-col gap-2">
      <h3 className="font-medium">What you can work on</h3>
      <Field label="Reds you can work on this quarter">
        {(control) => (
          <Input
            {...control}
            type="number"
            min={0}
            step={1}
            inputMode="numeric"
            className="w-28"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      {most !== null && !isDragging && <Line tried={tried} past={past} view={view} most={most} />}
    </section>
  );
}

function Line({ tried, past, view, most }: Omit<Props, "isDragging"> & { most: number }) {
  const { book, prepared, model } = tried;
  const { line, isIndifferent } = useMemo(() => {
    const redsAt = (other: Model) => redsOf(bandedBy(rescore(prepared, other, book.n), view));
    const found = capacityLine(model, most, redsAt);
    return { line: found, isIndifferent: found !== null && redsAt(withRedCut(model, 0.1)) === found.reds };
  }, [book, prepared, model, most, view]);
  const now = redsOf(tried.banded);
  if (!line)
    return (
      <p role="status">
        No red cut-off leaves so few reds: their scorecards or a guardrail make them red, whatever the cut-off.
      </p>
    );
  return (
    <div role="status" className="flex flex-col gap-1">
      <p>
        <strong className="font-semibold">Red below {line.cut}</strong> leaves {countText(line.reds)}{" "}
        {line.reds === 1 ? "red" : "reds"}; the draft as it is has {countText(now)}.
      </p>
      {isIndifferent && (
        <p className="text-muted-foreground">
          The lowest cut-off leaves as many: these are red by their scorecards.
          {view === "health" && " “Measures alone” shows the score beneath."}
        </p>
      )}
      <Caught model={line.model} past={past} view={view} />
    </div>
  );
}

/** What that cut-off would have said 90 days before past losses. */
function Caught({ model, past, view }: Pick<Props, "past" | "view"> & { model: Model }) {
  if (!past) return <p className="text-muted-foreground">Reading what was known before each decision…</p>;
  const { caught, caughtCents, lostCents, n } = outcomeFigures(
    past.book,
    bandedBy(rescore(past.prepared, model, past.book.n), view),
    RED,
  );
  if (!caught)
    return (
      <p className="text-muted-foreground">
        No loss with a score 90 days before: import outcomes to see what it would have caught.
      </p>
    );
  const { currency } = past.book.about;
  return (
    <p>
      90 days before, it would have shown {countText(caught.hits)} of {countText(caught.n)} losses as red
      {caught.n >= 20 && ` — ${intervalText(caught)}`}, {moneyShort(caughtCents, currency)} of{" "}
      {moneyShort(lostCents, currency)} lost ARR (of n = {countText(n)} decisions
      {caught.n < 20 && `; 95% interval ${Math.round(caught.low * 100)}–${Math.round(caught.high * 100)}%`}).
    </p>
  );
}
