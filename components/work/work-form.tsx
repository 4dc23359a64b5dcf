"use client";
import { OctagonAlert } from "lucide-react";
import type { FormEvent, KeyboardEvent, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

interface Props {
  title: ReactNode;
  submit: string;
  isPending: boolean;
  error?: string | null;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** One short form in a dialog: Ctrl+Enter saves from anywhere in it, Esc leaves. */
export function WorkForm({ title, submit, isPending, error, onSubmit, onClose, children }: Props) {
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send(event);
  };
  return (
    <Dialog open onClose={onClose} title={title}>
      <form method="post" onSubmit={send} onKeyDown={onKeyDown} className="flex flex-col gap-3">
        {children}
        {error && (
          <p role="alert" className="flex items-center gap-2 font-medium">
            <OctagonAlert aria-hidden className="size-4 shrink-0" />
            {error}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={isPending}>
            {submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
