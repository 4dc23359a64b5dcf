import type { StandingPlaybook } from "@/components/playbook/standing-playbook";
import type { WhyRow } from "@/lib/core/health/why";
import type { ReasonAction } from "@/lib/core/portfolio/reasons";
import type { Priority } from "@/lib/core/portfolio/triage";
import type { PeekRow } from "./queue-row";

type Reasons = { reasons: Array<{ key: string; text: string; action: ReasonAction }> };

export type PeekData = {
  account: Pick<PeekRow, "name" | "slug" | "segment" | "csm" | "am"> & {
    now: (Omit<PeekRow, "csm" | "am"> & Reasons) | null;
  };
  why: WhyRow[];
  steps: string[];
  ranking: Priority | null;
  playbook: StandingPlaybook | null;
};

const known = new Map<string, PeekData>();
const underWay = new Set<string>();

/** What this tab has been told of an account; null where nothing yet. */
export function knownPeek(slug: string): PeekData | null {
  return known.get(slug) ?? null;
}

/** Whether an account is known in this tab, or just asked for. */
export function isAskedFor(slug: string): boolean {
  return known.has(slug) || underWay.has(slug);
}

export async function loadPeek(slug: string, signal: AbortSignal): Promise<PeekData> {
  underWay.add(slug);
  try {
    const response = await fetch(`/api/peek/${encodeURIComponent(slug)}`, { signal });
    if (!response.ok) throw new Error(response.statusText);
    const data = (await response.json()) as PeekData;
    known.set(slug, data);
    return data;
  } finally {
    underWay.delete(slug);
  }
}
