import { CircleAlert, CircleCheck, CircleDashed, CirclePause, Clock } from "lucide-react";
import { cx } from "@/components/ui/cx";
import { type SourceState, STATE_WORDS } from "./source-state";

const ICONS = { off: CirclePause, failed: CircleAlert, waiting: CircleDashed, late: Clock, on_time: CircleCheck };

/** A source's state by shape and word; what needs somebody stands out by weight. */
export function StateMark({ state }: { state: SourceState }) {
  const Icon = ICONS[state];
  const needs = state === "failed" || state === "late";
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.5 whitespace-nowrap",
        needs ? "font-semibold" : "text-muted-foreground",
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      {STATE_WORDS[state]}
    </span>
  );
}
