"use client";
import { OctagonX, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { answered } from "@/components/ui/answered";
import { mapImport } from "@/lib/actions/imports";
import type { MappedFile, Mapping } from "./imported-file";

export interface QualityFinding {
  kind: string;
  column: string | null;
  from: string | null;
  count: number;
  examples: Array<{ line: number; text: string }>;
  text: string;
  severity: "stops" | "warns" | "leak";
}

interface Props {
  file: MappedFile;
  mapping: Mapping;
  findings: readonly QualityFinding[];
}

const WORDS = { stops: "Refused", warns: "Look at this", leak: "Left out" };

/** What somebody should know about a file before it is written. A column that tells the outcome is left out unless insisted on. */
export function ImportQuality({ file, mapping, findings }: Props) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const insist = async (column: string, isWanted: boolean) => {
    const others = (mapping.insistOn ?? []).filter((one) => one !== column);
    setBusy(true);
    const insistOn = isWanted ? [...others, column] : others;
    const result = await answered(
      mapImport({ importId: file.id, table: file.table, mapping: { ...mapping, insistOn } }),
    );
    setBusy(false);
    setRefusal(result.ok ? null : result.message);
  };
  if (findings.length === 0) return null;
  return (
    <section aria-label={`What was found in ${file.fileName}`}>
      <h4 className="mb-2 font-medium">{file.fileName}</h4>
      <ul className="flex flex-col gap-2">
        {findings.map(({ kind, column, from, text, severity, examples }) => (
          <li key={`${kind}:${column}:${text}`} className="flex items-start gap-2">
            {severity === "stops" ? (
              <OctagonX aria-hidden className="mt-0.5 size-4 shrink-0" />
            ) : (
              <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            )}
            <div>
              <p>
                <strong className="font-medium">{WORDS[severity]}:</strong> {text}
              </p>
              {examples.length > 0 && (
                <p className="text-muted-foreground text-xs">
                  {examples
                    .slice(0, 3)
                    .map(({ line, text: example }) => `line ${line}: ${example.replace(/^(name|domain):/, "")}`)
                    .join(" · ")}
                </p>
              )}
              {severity === "leak" && from !== null && (
                <label className="flex min-h-6 items-center gap-2 max-md:min-h-11">
                  <input
                    type="checkbox"
                    disabled={isBusy}
                    checked={mapping.insistOn?.includes(from) ?? false}
                    onChange={(event) => void insist(from, event.target.checked)}
                  />
                  Import “{from}” anyway; measures then know what comes after
                </label>
              )}
            </div>
          </li>
        ))}
      </ul>
      {refusal && (
        <p role="alert" className="font-medium">
          {refusal}
        </p>
      )}
    </section>
  );
}
