"use client";
import { OctagonAlert, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { bytesText } from "./bytes-text";
import { useImportUploads } from "./import-uploads";

/** Files on their way, each with how much of it has arrived, and those that were refused. */
export function ImportUploadList() {
  const { uploads, dismiss } = useImportUploads();
  return (
    <div aria-live="polite">
      {uploads.length > 0 && (
        <ul aria-label="Files on their way" className="flex flex-col gap-2">
          {uploads.map(({ key, name, bytes, sent, error }) => (
            <li key={key} className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-card border bg-card px-3 py-2">
              <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
              {error ? (
                <>
                  <span role="alert" className="flex items-center gap-1 font-medium max-md:w-full">
                    <OctagonAlert aria-hidden className="size-4 shrink-0" />
                    {error}
                  </span>
                  <Button variant="ghost" size="icon" aria-label={`Dismiss ${name}`} onClick={() => dismiss(key)}>
                    <X aria-hidden className="size-4" />
                  </Button>
                </>
              ) : (
                <>
                  <progress
                    aria-label={`${name}: sent`}
                    max={bytes}
                    value={sent}
                    className="h-2 w-40 accent-primary max-md:w-full"
                  />
                  <span className="w-40 text-right text-muted-foreground text-xs max-md:text-left">
                    {sent < bytes ? `${bytesText(sent)} of ${bytesText(bytes)}` : "being read"}
                  </span>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
