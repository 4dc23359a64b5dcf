"use client";
import { useState } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { reopenMonth } from "@/lib/actions/scorecards";
import type { Month } from "@/lib/core/calendar";
import { monthText } from "@/lib/format";

/** A manager opens a submitted month again, with a reason that is kept. */
export function ReopenMonth({ personId, period }: { personId: number; period: Month }) {
  const [reason, setReason] = useState("");
  const [isSending, setSending] = useState(false);
  const toast = useToast();
  const send = async () => {
    setSending(true);
    const result = await answered(reopenMonth({ personId, period, reason }));
    setSending(false);
    toast({ title: result.ok ? `${monthText(period)} is open again` : result.message, failed: !result.ok });
  };
  return (
    <form
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== "") void send();
      }}
    >
      <Input
        aria-label={`Why ${monthText(period)} is opened again`}
        placeholder="Why open it again?"
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
        className="w-64"
      />
      <Button type="submit" disabled={isSending || reason.trim() === ""}>
        Reopen {monthText(period)}
      </Button>
    </form>
  );
}
