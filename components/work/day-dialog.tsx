"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import { useKeys } from "@/components/ui/use-keys";
import { addDays, type Day, mondayAfter } from "@/lib/core/calendar";
import { dayText } from "@/lib/format";

interface Props {
  title: string;
  hint?: string;
  /** What the three quick days are called: tomorrow, in a week, next Monday. */
  names: readonly [string, string, string];
  /** Before the date field, and on its button. */
  field: string;
  submit: string;
  today: Day;
  /** The first day that may be chosen. */
  first: Day;
  onClose: () => void;
  onChoose: (day: Day) => void;
}

/** A day to come: tomorrow, a week, Monday, or a date. One key each. */
export function DayDialog({ title, hint, names, field, submit, today, first, onClose, onChoose }: Props) {
  const [day, setDay] = useState<Day>("");
  const choose = (chosen: Day) => {
    if (chosen < first) return;
    onChoose(chosen);
    onClose();
  };
  const choices = [
    { key: "d", label: names[0], day: addDays(today, 1) },
    { key: "w", label: names[1], day: addDays(today, 7) },
    { key: "m", label: names[2], day: mondayAfter(today) },
  ];
  useKeys(
    choices.map(({ key }) => key).join(","),
    (pressed) => {
      const choice = choices.find(({ key }) => key === pressed);
      if (choice) choose(choice.day);
    },
    { inDialog: true },
  );
  return (
    <Dialog open onClose={onClose} title={title}>
      <div className="flex flex-col gap-3">
        {hint && <p className="text-muted-foreground">{hint}</p>}
        <div className="flex flex-wrap gap-2">
          {choices.map(({ key, label, day: quick }, i) => (
            <Button key={key} data-first={i === 0 || undefined} onClick={() => choose(quick)}>
              {label} <span className="text-muted-foreground">{dayText(quick)}</span> <Kbd>{key}</Kbd>
            </Button>
          ))}
        </div>
        <form
          method="post"
          className="flex items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            choose(day);
          }}
        >
          <Field label={field} className="flex-1">
            {(control) => (
              <Input
                {...control}
                type="date"
                min={first}
                value={day}
                onChange={(event) => setDay(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" disabled={day < first}>
            {submit}
          </Button>
        </form>
      </div>
    </Dialog>
  );
}
