import { TriangleAlert } from "lucide-react";
import { Link } from "@/components/ui/link";
import { partWords } from "@/lib/core/portfolio/part-words";
import type { Quarter } from "@/lib/core/portfolio/quarter";
import type { QuarterGreens, ShiftVerdict } from "@/lib/core/portfolio/shift";
import type { ShiftMeasures } from "@/lib/core/portfolio/shift-measures";
import type { ShiftSlice } from "@/lib/core/portfolio/shift-slices";
import { sliceAddress } from "@/lib/core/portfolio/slice-address";
import { sliceWords } from "@/lib/core/portfolio/slice-words";
import { countText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { chanceWords, quarterWords, shareWords } from "./shift-words";

interface Props {
  quarter: Quarter & { greens: QuarterGreens };
  verdict: ShiftVerdict;
  slice: ShiftSlice | null;
  measures: ShiftMeasures["measures"];
}

/** The alarm of a structural shift: what fell, how unusual it is, where it sits and what moved it; each opens its accounts. */
export function ShiftAlarm({ quarter, verdict, slice, measures }: Props) {
  const { greens, fallen } = quarter.greens;
  const query = { quarter: quarter.first };
  const losses = measures.filter(({ points, share }) => points < 0 && share >= 0.1).slice(0, 3);
  return (
    <section aria-labelledby="shift" className="mb-4 flex gap-3 rounded-card border-2 border-foreground bg-card p-4">
      <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div className="flex min-w-0 flex-col gap-2">
        <h2 id="shift" className="font-semibold text-base">
          Structural shift: {countText(fallen)} of {countText(greens)} greens ({shareWords(verdict.share ?? 0)}) fell in{" "}
          {quarterWords(quarter)}
        </h2>
        <p>
          {verdict.usual.quarters > 0
            ? `Usual are ${shareWords(verdict.usual.rate)} a quarter.`
            : "There is no earlier quarter to compare with; 5% are assumed as usual."}{" "}
          By chance alone {chanceWords(verdict.chance)} quarters would have so many.{" "}
          {slice && (
            <>
              <strong className="font-semibold">
                {countText(slice.fallen)} of the {countText(fallen)} are {sliceWords(slice.terms)}
              </strong>
              : there {countText(slice.fallen)} of {countText(slice.greens)} greens fell, {slice.lift.toFixed(1)} times
              the book's rate.{" "}
            </>
          )}
          {losses.length > 0 && (
            <>
              What moved them most:{" "}
              {losses
                .map(({ kind, key, share }) => `${lower(partWords({ kind, key }))} (${Math.round(share * 100)}%)`)
                .join(", ")}
              .
            </>
          )}
        </p>
        <p className="flex flex-wrap gap-x-4 gap-y-1 [&>a]:text-primary [&>a]:underline max-md:[&>a]:inline-flex max-md:[&>a]:min-h-11 max-md:[&>a]:items-center">
          {slice && (
            <Link href={`${paths.shift({ ...query, owner: "all", slice: sliceAddress(slice.terms) })}#accounts`}>
              See these {countText(slice.fallen)}
            </Link>
          )}
          <Link href={paths.shift({ ...query, owner: "all" })}>See all {countText(fallen)}, slices and measures</Link>
        </p>
      </div>
    </section>
  );
}

function lower(words: string): string {
  return /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
