import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { Day } from "@/lib/core/calendar";
import { dayShort } from "@/lib/format";
import { BEHIND_MORE } from "./behind-more";
import type { countsOf } from "./grid-counts";

interface Props {
  counts: ReturnType<typeof countsOf>;
  dueOn: Day;
  today: Day;
  onConfirmAll: () => void;
  onSubmitReady: () => void;
  onNextReason: () => void;
  /** The state of saving. */
  children: ReactNode;
  submit: ReactNode;
}

/** "62 of 80 confirmed · due 30 Nov · 6 changed", where saving stands, and what can be done at once. */
export function GridProgress({
  counts,
  dueOn,
  today,
  onConfirmAll,
  onSubmitReady,
  onNextReason,
  children,
  submit,
}: Props) {
  const isOverdue = today > dueOn && counts.confirmed < counts.total;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
      <p>
        <strong className="font-semibold">
          {counts.confirmed} of {counts.total} confirmed
        </strong>
        {` · ${isOverdue ? "overdue since" : "due"} ${dayShort(dueOn)}`}
        <span className={BEHIND_MORE}>{` · ${counts.changed} changed`}</span>
      </p>
      <progress className="sr-only" max={counts.total} value={counts.confirmed} aria-label="Confirmed" />
      {children}
      <span className="ml-auto flex flex-wrap gap-2 max-md:ml-0 max-md:basis-full">
        {counts.asked > 0 && (
          <Button className="max-md:hidden" onClick={onNextReason}>
            {counts.asked} {counts.asked === 1 ? "needs" : "need"} a reason
          </Button>
        )}
        {counts.unchanged > 0 && <Button onClick={onConfirmAll}>Confirm {counts.unchanged} unchanged</Button>}
        {counts.ready > 0 && (
          <Button variant="primary" className={BEHIND_MORE} onClick={onSubmitReady}>
            Confirm {counts.ready} answered
          </Button>
        )}
        {submit}
      </span>
    </div>
  );
}
