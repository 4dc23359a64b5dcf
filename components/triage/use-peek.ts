"use client";
import { useEffect, useState } from "react";
import type { StandingPlaybook } from "@/components/playbook/standing-playbook";
import type { WhyRow } from "@/lib/core/health/why";
import type { ReasonAction } from "@/lib/core/portfolio/reasons";
import type { Priority } from "@/lib/core/portfolio/triage";
import type { QueueRow } from "./queue-row";

export type PeekData = {
  account: {
    name: string;
    slug: string;
    segment: string | null;
    csm: string | null;
    am: string | null;
    now:
      | (QueueRow & {
          champion: string | null;
          executive: string | null;
          outcome: string | null;
          divergence: "hidden_risk" | "false_alarm" | null;
          divergenceGap: number | null;
          reasons: Array<{ key: string; text: string; action: ReasonAction }>;
        })
      | null;
  };
  why: WhyRow[];
  steps: string[];
  ranking: Priority | null;
  playbook: StandingPlaybook | null;
};

const REST_MS = 150;

const known = new Map<string, PeekData>();

async function load(slug: string, signal: AbortSignal): Promise<PeekData> {
  const response = await fetch(`/api/peek/${encodeURIComponent(slug)}`, { signal });
  if (!response.ok) throw new Error(response.statusText);
  const data = (await response.json()) as PeekData;
  known.set(slug, data);
  return data;
}

/** The reasons of an account: what this tab has of them at once, then as they stand now. */
export function usePeek(slug: string): PeekData | "failed" | null {
  const [loaded, setLoaded] = useState<{ slug: string; data: PeekData | "failed" } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    load(slug, controller.signal)
      .then((data) => setLoaded({ slug, data }))
      .catch(() => {
        if (!controller.signal.aborted) setLoaded({ slug, data: "failed" });
      });
    return () => controller.abort();
  }, [slug]);
  return loaded?.slug === slug ? loaded.data : (known.get(slug) ?? null);
}

/** Has the reasons of the row on which one rests at hand before they are asked for. */
export function usePeekAhead(slug: string): void {
  useEffect(() => {
    if (!slug || known.has(slug)) return;
    const controller = new AbortController();
    // What fails here is asked for again, and told, when the peek opens.
    const timer = setTimeout(() => void load(slug, controller.signal).catch(() => {}), REST_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [slug]);
}
