"use client";
import { useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { requestReplay } from "@/lib/actions/model";

interface Props {
  version: number;
  replay: { daysDone: number; days: number | null; isFinished: boolean } | null;
  mayAsk: boolean;
}

/** How far the past told by a version is, and asking for it. */
export function TellPast({ version, replay, mayAsk }: Props) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const ask = () =>
    startTransition(async () => {
      const result = await answered(requestReplay({ version }));
      setRefusal(result.ok ? null : result.message);
    });
  return (
    <div className="flex flex-col items-start gap-2">
      <p role="status">
        {!replay && "Nobody has asked for it."}
        {replay?.isFinished && `Told: ${replay.daysDone} days, as a dashed line on each account's trend.`}
        {replay &&
          !replay.isFinished &&
          `Being told: ${replay.daysDone} of ${replay.days ?? "…"} days. Reload to see on.`}{" "}
        <span className="text-muted-foreground">What people saw then is never changed by it.</span>
      </p>
      {mayAsk && (!replay || replay.isFinished) && (
        <Button disabled={isPending} onClick={ask}>
          {replay ? "Tell it anew" : "Tell the past by this version"}
        </Button>
      )}
      {refusal && (
        <p role="alert" className="font-medium">
          {refusal}
        </p>
      )}
    </div>
  );
}
