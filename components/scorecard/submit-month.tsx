"use client";
import { useState } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { submitMonth } from "@/lib/actions/scorecards";
import type { Month } from "@/lib/core/calendar";
import { monthText } from "@/lib/format";

interface Props {
  period: Month;
  due: number;
  confirmed: number;
  /** Whether work is still on its way or was not taken. */
  isBusy: boolean;
}

/** The id of its button, where the keys of the grid lead once nothing waits to be confirmed. */
export const SUBMIT_MONTH = "submit-month";

/** Closes one's month: at once where every card is confirmed, else with the reason, asked for beside the button. */
export function SubmitMonth({ period, due, confirmed, isBusy }: Props) {
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const [isSending, setSending] = useState(false);
  const toast = useToast();
  const open = due - confirmed;
  const send = async () => {
    setSending(true);
    const result = await answered(submitMonth({ period, reason: open > 0 ? reason : null }));
    setSending(false);
    if (!result.ok) return toast({ title: result.message, failed: true });
    toast({ title: `${monthText(period)} submitted: ${result.value.confirmed} of ${result.value.due} cards` });
  };
  if (!isAsking || open === 0)
    return (
      <Button
        id={SUBMIT_MONTH}
        variant={open === 0 ? "primary" : "secondary"}
        disabled={isBusy || isSending}
        onClick={() => (open === 0 ? void send() : setAsking(true))}
      >
        Submit {monthText(period)}
      </Button>
    );
  return (
    <form
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== "") void send();
      }}
    >
      <Input
        autoFocus
        aria-label={`Why ${open} of ${due} cards stay open`}
        placeholder={`${open} of ${due} stay open: why?`}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
        className="w-64"
      />
      <Button type="submit" variant="primary" disabled={isBusy || isSending || reason.trim() === ""}>
        Submit
      </Button>
      <Button onClick={() => setAsking(false)}>Back</Button>
    </form>
  );
}
