"use client";
import { DayDialog } from "@/components/work/day-dialog";
import type { Day } from "@/lib/core/calendar";

interface Props {
  /** What moves, in words. */
  what: string;
  today: Day;
  onClose: () => void;
  onMove: (day: Day) => void;
}

/** Moves a step or a review to a day. */
export function RescheduleDialog({ what, today, onClose, onMove }: Props) {
  return (
    <DayDialog
      title={`Reschedule ${what}`}
      names={["Tomorrow", "In a week", "Monday"]}
      field="Or to"
      submit="Reschedule"
      today={today}
      first={today}
      onClose={onClose}
      onChoose={onMove}
    />
  );
}
