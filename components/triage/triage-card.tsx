import Link from "next/link";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { ChangeText } from "@/components/health/change-text";
import { ScoreText } from "@/components/health/score-text";
import { ButtonLink } from "@/components/ui/button";
import type { Day } from "@/lib/core/calendar";
import { moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import { bandName, type QueueRow, Renews, Why } from "./queue-row";

/** The same account on a phone: name, reason, health, and one button. */
export function TriageCard({ row, today, currency }: { row: QueueRow; today: Day; currency: string }) {
  return (
    <li className="rounded-card border bg-card p-3">
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
        <ButtonLink href={paths.account(row.slug)}>Open</ButtonLink>
      </div>
    </li>
  );
}
