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
import { type Target, targetsText } from "./target";
import type { Mark } from "./use-marks";

interface Props {
  targets: readonly Target[];
  today: Day;
  onClose: () => void;
  onSnooze: (targets: readonly Target[], mark: Mark) => void;
}

/** Until when: a day, a week, Monday, or a date. One key each. */
export function SnoozeDialog({ targets, today, onClose, onSnooze }: Props) {
  const [until, setUntil] = useState<Day>("");
  const snooze = (day: Day) => {
    if (day <= today) return;
    onSnooze(targets, { kind: "snoozed", until: day });
    onClose();
  };
  const choices = [
    { key: "d", label: "A day", day: addDays(today, 1) },
    { key: "w", label: "A week", day: addDays(today, 7) },
    { key: "m", label: "Monday", day: addDays(today, (7 - weekdayOf(today)) % 7 || 7) },
  ];
  useKeys(choices.map(({ key }) => key).join(","), (pressed) => {
    const choice = choices.find(({ key }) => key === pressed);
    if (choice) snooze(choice.day);
  });
  return (
    <Dialog open onClose={onClose} title={`Snooze ${targetsText(targets)}`}>
      <div className="flex flex-col gap-3">
        <p className="text-muted-foreground">It comes back on that day, or at once for a new reason.</p>
        <div className="flex flex-wrap gap-2">
          {choices.map(({ key, label, day }, i) => (
            <Button key={key} data-first={i === 0 || undefined} onClick={() => snooze(day)}>
              {label} <span className="text-muted-foreground">{dayText(day)}</span> <Kbd>{key}</Kbd>
            </Button>
          ))}
        </div>
        <form
          method="post"
          className="flex items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            snooze(until);
          }}
        >
          <Field label="Or until" className="flex-1">
            {(control) => (
              <Input
                {...control}
                type="date"
                min={addDays(today, 1)}
                value={until}
                onChange={(event) => setUntil(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" disabled={until <= today}>
            Snooze
          </Button>
        </form>
      </div>
    </Dialog>
  );
}
