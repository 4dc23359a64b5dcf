"use client";
import { addDays, type Day } from "@/lib/core/calendar";
import { DayDialog } from "./day-dialog";
import { type Target, targetsText } from "./target";
import type { Mark } from "./use-marks";

interface Props {
  targets: readonly Target[];
  today: Day;
  onClose: () => void;
  onSnooze: (targets: readonly Target[], mark: Mark) => void;
}

/** Takes accounts out of the queue until a day. */
export function SnoozeDialog({ targets, today, onClose, onSnooze }: Props) {
  return (
    <DayDialog
      title={`Snooze ${targetsText(targets)}`}
      hint="It comes back on that day, or at once for a new reason."
      names={["A day", "A week", "Monday"]}
      field="Or until"
      submit="Snooze"
      today={today}
      first={addDays(today, 1)}
      onClose={onClose}
      onChoose={(until) => onSnooze(targets, { kind: "snoozed", until })}
    />
  );
}
