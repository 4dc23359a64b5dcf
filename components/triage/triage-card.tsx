"use client";
import { Check, Clock } from "lucide-react";
import { type TouchEvent, useRef } from "react";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { ChangeText } from "@/components/health/change-text";
import { ScoreText } from "@/components/health/score-text";
import { Button, ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { useWork } from "@/components/work/work-provider";
import type { Day } from "@/lib/core/calendar";
import { moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import { bandName, type QueueRow, Renews, Why } from "./queue-row";

const SWIPE_PX = 96;

/** The same account on a phone: name, reason, health, and what can be done at once. */
export function TriageCard({ row, today, currency }: { row: QueueRow; today: Day; currency: string }) {
  const { done, open, refusal } = useWork();
  const isMine = refusal("done", [row]) === null;
  const from = useRef(0);
  // A swipe does what the buttons do: to the left done, to the right snooze.
  const onTouchEnd = (event: TouchEvent) => {
    const moved = (event.changedTouches[0]?.clientX ?? 0) - from.current;
    if (moved < -SWIPE_PX) done([row]);
    if (moved > SWIPE_PX) open("snooze", [row]);
  };
  return (
    <li
      className="rounded-card border bg-card p-3"
      onTouchStart={(event) => {
        from.current = event.touches[0]?.clientX ?? 0;
      }}
      onTouchEnd={onTouchEnd}
    >
      <div className="flex items-start justify-between gap-3">
        <Link href={paths.account(row.slug)} className="min-w-0 font-medium">
          <bdi className="line-clamp-2">{row.name}</bdi>
        </Link>
        <BandBadge tone={toneOfCode(row.tone)} name={bandName(row.band)} />
      </div>
      <div className="mt-1">
        <Why row={row} />
      </div>
      <div className="mt-2 flex items-end justify-between gap-3">
        <p className="text-muted-foreground text-xs">
          Health <ScoreText value={row.tone === 0 ? null : row.health} /> <ChangeText points={row.delta30} /> ·{" "}
          {moneyShort(row.arrCents, currency)}
          <br />
          Renews <Renews row={row} today={today} />
        </p>
        <div className="flex gap-2">
          {isMine && (
            <>
              <Button aria-label={`Snooze ${row.name}`} size="icon" onClick={() => open("snooze", [row])}>
                <Clock aria-hidden className="size-4" />
              </Button>
              <Button aria-label={`${row.name} is done`} size="icon" onClick={() => done([row])}>
                <Check aria-hidden className="size-4" />
              </Button>
            </>
          )}
          <ButtonLink href={paths.account(row.slug)}>Open</ButtonLink>
        </div>
      </div>
    </li>
  );
}
