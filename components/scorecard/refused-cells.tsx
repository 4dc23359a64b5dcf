import { Button } from "@/components/ui/button";
import type { Refused } from "./grid-state";

const MOST_SHOWN = 8;

/** The pasted cells that were left out, each by name; the rest was taken. */
export function RefusedCells({ refused, onRead }: { refused: readonly Refused[]; onRead: () => void }) {
  if (refused.length === 0) return null;
  return (
    <section aria-label="Cells left out" className="mb-3 rounded-card border bg-card p-3">
      <div role="alert">
        <p className="font-medium">
          {refused.length} {refused.length === 1 ? "cell was" : "cells were"} left out; the rest was pasted.
        </p>
        <ul className="mt-1">
          {refused.slice(0, MOST_SHOWN).map(({ where, text, why }) => (
            <li key={`${where} ${text}`} className="break-words">
              {where}: “{text}” <span className="text-muted-foreground">{why}.</span>
            </li>
          ))}
        </ul>
      </div>
      <p className="mt-2 flex items-center gap-3 text-muted-foreground text-xs">
        {refused.length > MOST_SHOWN && `and ${refused.length - MOST_SHOWN} more`}
        <Button size="sm" onClick={onRead}>
          Close
        </Button>
      </p>
    </section>
  );
}
