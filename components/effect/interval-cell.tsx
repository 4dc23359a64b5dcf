import { StackedTd } from "@/components/ui/stacked-td";
import type { Effect } from "@/lib/core/playbook/effect";
import { differenceWords } from "./effect-words";
import { IntervalMark } from "./interval-mark";

/** A comparison's difference with its interval, drawn and in words; where there are too few, from how many it is shown. */
export function IntervalCell({ effect, fewer }: { effect: Effect | null; fewer: string }) {
  return (
    <StackedTd head="Difference, 95% interval" className="max-md:flex-wrap">
      {effect && effect.verdict !== "too few" ? (
        <span className="flex items-center gap-x-3 whitespace-nowrap">
          <IntervalMark {...effect} />
          {differenceWords(effect)}
        </span>
      ) : (
        <span className="text-muted-foreground">{fewer}</span>
      )}
    </StackedTd>
  );
}
