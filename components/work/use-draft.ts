"use client";
import { useEffect, useState } from "react";

/** What a form begins with, read once when it opens; "failed" where the server did not answer, null until it does. */
export function useDraft<Draft>(href: string | null): Draft | "failed" | null {
  const [draft, setDraft] = useState<Draft | "failed" | null>(null);
  useEffect(() => {
    if (!href) return;
    const controller = new AbortController();
    fetch(href, { signal: controller.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(response.statusText);
        setDraft((await response.json()) as Draft);
      })
      .catch(() => controller.signal.aborted || setDraft("failed"));
    return () => controller.abort();
  }, [href]);
  return draft;
}
