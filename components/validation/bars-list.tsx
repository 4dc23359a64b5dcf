import { CircleCheck, CircleHelp, CircleX } from "lucide-react";
import type { FieldBar } from "@/lib/core/validation/field-bars";
import { barName, barValue } from "./validation-words";

/** The bars that the field holds scores to: met or not, in words. */
export function BarsList({ bars }: { bars: readonly FieldBar[] }) {
  return (
    <ul className="flex flex-col gap-2">
      {bars.map((bar) => {
        const Icon = bar.met === null ? CircleHelp : bar.met ? CircleCheck : CircleX;
        return (
          <li key={bar.key} className="flex gap-2">
            <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span>
              {barName(bar)}:{" "}
              <strong className="font-medium">
                {bar.met === null ? "cannot be said" : bar.met ? "met" : "not met"}
              </strong>
              {bar.met !== null && <span className="text-muted-foreground"> · {barValue(bar)}</span>}
              {bar.note && <span className="block text-muted-foreground text-xs">{bar.note}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
