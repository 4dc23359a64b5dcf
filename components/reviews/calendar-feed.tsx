"use client";
import { Copy } from "lucide-react";
import { useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { createCalendarFeed, endCalendarFeed } from "@/lib/actions/calendar";
import { paths } from "@/lib/paths";

/** The address by which a calendar program reads one's reviews and dates: shown once, replaced or ended at any time. */
export function CalendarFeed({ isOn }: { isOn: boolean }) {
  const [token, setToken] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const toast = useToast();
  const failed = (description: string) => void toast({ title: "Not saved", description, failed: true });
  const create = () =>
    startTransition(async () => {
      const result = await answered(createCalendarFeed({}));
      if (result.ok) setToken(result.value.token);
      else failed(result.message);
    });
  const end = () =>
    startTransition(async () => {
      const result = await answered(endCalendarFeed({}));
      if (!result.ok) return failed(result.message);
      setToken(null);
      toast({ title: "The calendar feed has ended" });
    });
  const address = token && `webcal://${location.host}${paths.calendar(token)}`;
  const copy = async () => {
    await navigator.clipboard.writeText(address ?? "");
    toast({ title: "Address copied" });
  };
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted-foreground">
        Your reviews, decisions, plans' next steps and your customers' decide-by dates in your own calendar, without a
        sign-in. Whoever has the address reads them.
      </p>
      {address && (
        <div className="flex items-end gap-2">
          <Field label="Address" hint="It is shown once: copy it into your calendar now." className="flex-1">
            {(control) => (
              <Input {...control} readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
            )}
          </Field>
          <Button className="mb-5" onClick={() => void copy()}>
            <Copy aria-hidden className="size-4" />
            Copy
          </Button>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <Button onClick={create} disabled={isPending}>
          {isOn ? "New address (the old one ends)" : "Make the address"}
        </Button>
        {isOn && (
          <Button onClick={end} disabled={isPending}>
            End the feed
          </Button>
        )}
      </div>
    </div>
  );
}
