"use client";
import { FileUp } from "lucide-react";
import { type ChangeEvent, type DragEvent, useEffect, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { useImportUploads } from "./import-uploads";

/** Takes files by choosing, dropping or pasting. */
export function ImportDropZone({ sessionId }: { sessionId: number | null }) {
  const [isOver, setOver] = useState(false);
  const { add } = useImportUploads();
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof Element && event.target.closest("input, textarea, select")) return;
      const files = pasted(event.clipboardData);
      if (files.length > 0) add(files, sessionId);
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  });
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    add([...(event.target.files ?? [])], sessionId);
    event.target.value = "";
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files], sessionId);
  };
  return (
    <section
      aria-label="Add files"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx(
        "flex flex-col items-center gap-3 rounded-card border-2 border-dashed px-6 py-8 text-center",
        isOver ? "border-primary bg-muted" : "border-input",
      )}
    >
      <FileUp aria-hidden className="size-6 text-muted-foreground" />
      <label
        className={buttonClass(
          { variant: "primary" },
          "cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-ring has-focus-visible:outline-offset-2",
        )}
      >
        Choose files
        <input type="file" multiple accept=".csv,.tsv,.txt,.xlsx" onChange={choose} className="sr-only" />
      </label>
      <p className="text-muted-foreground">
        or drop them here, or paste a table. CSV, TSV or XLSX, up to 150 MB each, in any order: rows wait for their
        accounts.
      </p>
    </section>
  );
}

function pasted(data: DataTransfer | null): File[] {
  const files = [...(data?.files ?? [])];
  if (files.length > 0) return files;
  const text = data?.getData("text/plain") ?? "";
  const isTable = /\n/.test(text.trim()) && /[\t,;|]/.test(text);
  return isTable ? [new File([text], "pasted.csv", { type: "text/csv" })] : [];
}
