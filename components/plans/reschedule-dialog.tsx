"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import { useKeys } from "@/components/ui/use-keys";
import { addDays, type Day, weekdayOf } from "@/lib/core/calendar";
import { dayText } from "@/lib/format";

interface Props {
  /** What moves, in words. */
  what: string;
  today: Day;
  onClose: () => void;
  onMove: (day: Day) => void;
}

/** To when: a day, a week, Monday, or a date. One key each. */
export function RescheduleDialog({ what, today, onClose, onMove }: Props) {
  const [day, setDay] = useState<Day>("");
  const move = (to: Day) => {
    if (to < today) return;
    onMove(to);
    onClose();
  };
  const choices = [
    { key: "d", label: "Tomorrow", day: addDays(today, 1) },
    { key: "w", label: "In a week", day: addDays(today, 7) },
    { key: "m", label: "Monday", day: addDays(today, (7 - weekdayOf(today)) % 7 || 7) },
  ];
  useKeys(choices.map(({ key }) => key).join(","), (pressed) => {
    const choice = choices.find(({ key }) => key === pressed);
    if (choice) move(choice.day);
  });
  return (
    <Dialog open onClose={onClose} title={`Reschedule ${what}`}>
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap gap-2">
          {choices.map(({ key, label, day: to }, i) => (
            <Button key={key} data-first={i === 0 || undefined} onClick={() => move(to)}>
              {label} <span className="text-muted-foreground">{dayText(to)}</span> <Kbd>{key}</Kbd>
            </Button>
          ))}
        </div>
        <form
          method="post"
          className="flex items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            move(day);
          }}
        >
          <Field label="Or to" className="flex-1">
            {(control) => (
              <Input
                {...control}
                type="date"
                min={today}
                value={day}
                onChange={(event) => setDay(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" disabled={day < today}>
            Reschedule
          </Button>
        </form>
      </div>
    </Dialog>
  );
}
