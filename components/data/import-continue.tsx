"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { answered } from "@/components/ui/answered";
import { Button, ButtonLink } from "@/components/ui/button";
import { mapImport, requestImport } from "@/lib/actions/imports";
import { paths } from "@/lib/paths";
import type { ImportStep } from "./import-step";
import type { Mapping } from "./imported-file";
import { isKept, keepMappings } from "./use-import-mapping";

interface Props {
  sessionId: number;
  back: ImportStep | null;
  next: ImportStep;
  label: string;
  /** Files whose suggestion nobody has changed: going on takes it. */
  suggested?: readonly { importId: number; table: string; mapping: Mapping }[];
  /** Whether going on has all rows checked first. */
  checks?: boolean;
  /** Why nobody can go on yet, each with where to put it right. */
  blocked?: readonly { text: string; href: string }[];
}

/** Back and on: what was changed is on the server before the next step opens. */
export function ImportContinue({ sessionId, back, next, label, suggested = [], checks, blocked = [] }: Props) {
  const [isBusy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const router = useRouter();
  const go = async () => {
    setBusy(true);
    await keepMappings();
    const open = suggested.filter(({ importId }) => !isKept(importId));
    const said: string[] = [];
    for (const file of open) {
      const result = await answered(mapImport(file));
      if (!result.ok) said.push(result.message);
    }
    if (checks && said.length === 0) {
      const result = await answered(requestImport({ sessionId, what: "preview" }));
      if (!result.ok) said.push(result.message);
    }
    setRefusals(said);
    setBusy(false);
    if (said.length === 0) router.push(paths.importSession(sessionId, { step: next }));
  };
  return (
    <footer className="mt-6 flex flex-col gap-3">
      {(blocked.length > 0 || refusals.length > 0) && (
        <div role={refusals.length > 0 ? "alert" : undefined} className="rounded-card border border-input bg-card p-3">
          <p className="font-medium">Before you go on:</p>
          <ul className="list-inside list-disc">
            {blocked.map(({ text, href }) => (
              <li key={text}>
                <a href={href} className="text-primary underline">
                  {text}
                </a>
              </li>
            ))}
            {refusals.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-3">
        {back && <ButtonLink href={paths.importSession(sessionId, { step: back })}>Back</ButtonLink>}
        <Button variant="primary" disabled={isBusy || blocked.length > 0} onClick={() => void go()}>
          {isBusy ? "One moment…" : label}
        </Button>
        <span className="text-muted-foreground text-xs">
          Everything is kept as you go: leave and come back any time.
        </span>
      </div>
    </footer>
  );
}
