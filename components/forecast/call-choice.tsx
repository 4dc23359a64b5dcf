"use client";
import { cx } from "@/components/ui/cx";
import { CALL_WORDS, CALLS, type Call } from "@/lib/core/forecast/calls";

interface Props {
  name: string;
  call: Call | null;
  disabled: boolean;
  onCall: (call: Call) => void;
}

/** The four calls of a renewal as buttons; the one that counts is pressed. */
export function CallChoice({ name, call, disabled, onCall }: Props) {
  return (
    <div
      role="toolbar"
      aria-label={`Call of ${name}`}
      className="inline-flex rounded-control border border-input p-0.5"
    >
      {CALLS.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === call}
          disabled={disabled}
          onClick={() => onCall(one)}
          className={cx(
            "h-6.5 min-w-6 rounded-badge px-2 text-xs whitespace-nowrap max-md:h-10",
            one === call ? "bg-primary font-semibold text-primary-foreground" : "text-muted-foreground",
            !disabled && one !== call && "hover:text-foreground",
          )}
        >
          {CALL_WORDS[one]}
        </button>
      ))}
    </div>
  );
}
