import { Td } from "@/components/ui/table";
import type { Effect } from "@/lib/core/playbook/effect";
import { differenceWords } from "./effect-words";
import { IntervalMark } from "./interval-mark";

/** A comparison's difference with its interval, drawn and in words; where there are too few, from how many it is shown. */
export function IntervalCell({ effect, fewer }: { effect: Effect | null; fewer: string }) {
  return (
    <Td>
      {effect && effect.verdict !== "too few" ? (
        <span className="flex items-center gap-x-3 whitespace-nowrap">
          <IntervalMark {...effect} />
          {differenceWords(effect)}
        </span>
      ) : (
        <span className="text-muted-foreground">{fewer}</span>
      )}
    </Td>
  );
}
