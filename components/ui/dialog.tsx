"use client";
import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "./button";
import { cx } from "./cx";
import { SignedOutNotice } from "./signed-out-notice";

interface Props {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** "drawer" stands at the right edge in full height. */
  shape?: "centre" | "drawer";
  children: ReactNode;
}

/** The platform's modal dialog: focus trap, Escape and inertness of the rest come with it. */
export function Dialog({ open, onClose, title, shape = "centre", children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (open && !dialog?.open) {
      dialog?.showModal();
      // The first field is what one came for, not the button that closes.
      const first = dialog?.querySelector<HTMLElement>("form :is(input, select, textarea), [data-first]");
      first?.focus();
      // Words that stand there already are written on, not before.
      if (first instanceof HTMLTextAreaElement) first.setSelectionRange(first.value.length, first.value.length);
    }
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={onClose}
      className={cx(
        "bg-card text-foreground shadow-popover",
        shape === "drawer"
          ? "my-0 mr-0 ml-auto h-dvh max-h-none w-96 max-w-[100vw] border-l"
          : "m-auto w-120 max-w-[calc(100vw-2rem)] rounded-card border",
      )}
    >
      {open && (
        <div className="flex flex-col gap-4 p-4">
          <header className="flex items-center justify-between gap-3">
            <h2 id={titleId} className="font-semibold text-base">
              {title}
            </h2>
            <Button variant="ghost" size="icon" aria-label="Close" onClick={() => ref.current?.close()}>
              <X aria-hidden className="size-4" />
            </Button>
          </header>
          <SignedOutNotice />
          {children}
        </div>
      )}
    </dialog>
  );
}
