import { type ReactNode, useId } from "react";
import { cx } from "./cx";

interface Props {
  /** Accessible name of the button where its content is not text. */
  label?: string;
  button: ReactNode;
  buttonClass?: string;
  className?: string;
  children: ReactNode;
}

/** A button and the platform's popover beside it: Escape and a click elsewhere close it. */
export function Popover({ label, button, buttonClass, className, children }: Props) {
  const id = useId();
  return (
    <>
      <button type="button" popoverTarget={id} aria-label={label} className={buttonClass}>
        {button}
      </button>
      <div
        id={id}
        popover="auto"
        className={cx(
          "anchored max-w-[calc(100vw-1rem)] rounded-card border bg-card p-3 text-left font-normal text-foreground text-sm shadow-popover whitespace-normal",
          className,
        )}
      >
        {children}
      </div>
    </>
  );
}
