"use client";
import { useState } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { requestImport } from "@/lib/actions/imports";
import { keepMappings } from "./use-import-mapping";

/** Has all rows checked as they are mapped now; nothing is written. */
export function ImportRecheck({ sessionId, label }: { sessionId: number; label: string }) {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const check = async () => {
    setBusy(true);
    await keepMappings();
    const result = await answered(requestImport({ sessionId, what: "preview" }));
    setBusy(false);
    setRefusal(result.ok ? null : result.message);
  };
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button disabled={isBusy} onClick={() => void check()}>
        {isBusy ? "One moment…" : label}
      </Button>
      {refusal && (
        <p role="alert" className="font-medium">
          {refusal}
        </p>
      )}
    </div>
  );
}
