"use client";
import { OctagonAlert } from "lucide-react";
import { useEffect, useId, useState } from "react";
import { cx } from "@/components/ui/cx";
import { Input } from "@/components/ui/input";

interface Props {
  /** What it is, for those who hear it; a visible label stands in a Field, which gives `id`. */
  label?: string;
  id?: string;
  value: number | undefined;
  onChange: (value: number) => void;
  /** Called where the field was emptied; without it an empty field asks for a number. */
  onClear?: () => void;
  placeholder?: string;
  min?: number;
  max?: number;
  step?: number;
  error?: string | undefined;
  className?: string;
}

/** A number as it is typed: what is no number yet changes nothing and says so. */
export function NumberInput({ label, value, onChange, onClear, error, className, step, ...props }: Props) {
  const [text, setText] = useState<string | null>(null);
  const id = useId();
  const isEmpty = text !== null && text.trim() === "" && !onClear;
  const wrong = isEmpty ? "a number is needed" : error;
  // What changed elsewhere (a drag, an undo) shows at once.
  useEffect(
    () => setText((typed) => (typed !== null && typed !== "" && Number(typed) !== value ? null : typed)),
    [value],
  );
  return (
    <span className={cx("inline-flex flex-col", className)}>
      <Input
        type="number"
        step={step ?? "any"}
        aria-label={label}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? id : undefined}
        className="text-right"
        value={text ?? (value === undefined ? "" : String(Math.round(value * 1e6) / 1e6))}
        onChange={({ target }) => {
          setText(target.value);
          if (target.value.trim() === "") return onClear?.();
          const number = Number(target.value);
          if (Number.isFinite(number)) onChange(number);
        }}
        onBlur={() => setText(null)}
        {...props}
      />
      {wrong && (
        <span id={id} className="flex items-center gap-1 font-medium text-xs">
          <OctagonAlert aria-hidden className="size-3 shrink-0" />
          {wrong}
        </span>
      )}
    </span>
  );
}
