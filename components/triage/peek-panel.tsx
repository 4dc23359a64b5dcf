"use client";
import { X } from "lucide-react";
import { useDeferredValue } from "react";
import { Button } from "@/components/ui/button";
import { SkeletonRows } from "@/components/ui/skeleton";
import { type Day, daysBetween } from "@/lib/core/calendar";
import { dayText, moneyShort } from "@/lib/format";
import { PeekFacts } from "./peek-facts";
import { PeekReasons } from "./peek-reasons";
import { PeekRest } from "./peek-rest";
import type { PeekRow } from "./queue-row";
import { usePeek } from "./use-peek";

interface Props {
  slug: string;
  /** What the list knows of the account: shown before the server is asked. */
  row: PeekRow | undefined;
  currency: string;
  today: Day;
  onClose: () => void;
}

/** The reasons of one account beside the list: where it stands at once, from its row; below, as soon as it is known, where the
 * points come from and what to do. What stands above does not move by what comes below. */
export function PeekPanel({ slug, row, currency, today, onClose }: Props) {
  const { data, isFresh, hasFailed, retry } = usePeek(slug);
  // What the row knows is shown first; the rest of the same account follows it.
  const rest = useDeferredValue(data, null);
  const now = data?.account.now;
  const told: PeekRow | null = now ? { ...now, csm: data.account.csm, am: data.account.am } : null;
  const facts = (isFresh ? told : row) ?? told ?? row;
  return (
    <aside
      aria-label="Reasons"
      aria-busy={!isFresh && !hasFailed}
      className="flex w-96 shrink-0 flex-col gap-4 self-start rounded-card border bg-card p-4 lg:sticky lg:top-4 lg:max-xl:w-80 max-lg:fixed max-lg:inset-y-0 max-lg:right-0 max-lg:z-20 max-lg:max-w-full max-lg:overflow-y-auto max-lg:rounded-none max-lg:shadow-popover"
    >
      <header className="flex items-start justify-between gap-2">
        <div className="min-w-0">
          <h2 className="font-semibold text-base">
            <bdi>{facts?.name ?? data?.account.name ?? slug}</bdi>
          </h2>
          {facts && <p className="text-muted-foreground text-xs">{stakeWords(facts, currency, today)}</p>}
        </div>
        <Button variant="ghost" size="icon" aria-label="Close reasons" onClick={onClose}>
          <X aria-hidden className="size-4" />
        </Button>
      </header>
      {facts && <PeekFacts facts={facts} />}
      {facts && <PeekReasons facts={facts} reasons={now?.reasons ?? null} />}
      {rest?.account.slug === slug && facts && <PeekRest data={rest} facts={facts} today={today} />}
      {data && !now && <p>This account is not in the book today.</p>}
      {!data && !hasFailed && <SkeletonRows rows={8} rowClass="h-10" />}
      {hasFailed && (
        <div role="alert" className="flex flex-wrap items-center justify-between gap-2">
          <p>{data ? "This may be out of date: the server did not answer." : "The rest could not be loaded."}</p>
          <Button size="sm" onClick={retry}>
            Try again
          </Button>
        </div>
      )}
    </aside>
  );
}

function stakeWords({ arrCents, segment, csm, am, endsOn, decideBy }: PeekRow, currency: string, today: Day): string {
  const parts = [
    moneyShort(arrCents, currency),
    segment,
    csm && `CSM ${csm}`,
    am && `AM ${am}`,
    endsOn && `renews ${dayText(endsOn)} (${daysBetween(today, endsOn)}\u00a0d)`,
    decideBy && `decides by ${dayText(decideBy)} (${daysBetween(today, decideBy)}\u00a0d)`,
  ];
  return parts.filter(Boolean).join(" · ");
}
