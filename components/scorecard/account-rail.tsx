"use client";
import { memo } from "react";
import { Sparkline } from "@/components/charts/sparkline";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { ScoreText } from "@/components/health/score-text";
import { Link } from "@/components/ui/link";
import type { Day } from "@/lib/core/calendar";
import { type CardFacts, factLines } from "@/lib/core/scorecard/card-facts";
import type { CardExpiry, GridRow } from "@/lib/core/scorecard/grid-row";
import { changeWords, dayShort, dayText, moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import { CardReasons } from "./card-reasons";
import { expiryWords } from "./expiry-words";
import { noteLine } from "./note-line";
import type { RowView } from "./row-view";

interface Props {
  row: GridRow;
  view: RowView;
  facts: CardFacts | null;
  expiry: CardExpiry | null;
  since: Day;
  currency: string;
}

/** The focused account in brief, so that nobody leaves the grid; its scores only where the grid shows them. */
export const AccountRail = memo(function AccountRail({ row, view, facts, expiry, since, currency }: Props) {
  const tone = toneOfCode(row.tone);
  const last = row.card ?? row.previous;
  return (
    <aside
      aria-label="The account in brief"
      className="w-80 shrink-0 self-start rounded-card border bg-card p-4 max-xl:hidden"
    >
      <h2 className="font-semibold">
        <Link href={paths.account(row.slug)} className="hover:underline">
          <bdi>{row.name}</bdi>
        </Link>
      </h2>
      <p className="text-muted-foreground text-xs">
        {moneyShort(row.arrCents, currency)} ARR · renews {dayText(row.endsOn)} ·{" "}
        <span className="whitespace-nowrap">decides by {dayText(row.decideBy)}</span>
      </p>
      {last && (
        <p className="text-muted-foreground text-xs">
          Last confirmed {dayText(last.submittedOn)} by {last.author ?? "a program"}
        </p>
      )}
      {view.showsMeasured ? (
        <div className="mt-3 flex items-end justify-between gap-3">
          <div>
            <p className="text-muted-foreground text-xs">Health</p>
            <p className="flex items-center gap-2">
              <ScoreText value={row.tone === 0 ? null : row.health} size="lg" />
              <BandBadge tone={tone} />
            </p>
            {row.delta30 !== null && <p className="text-xs">{changeWords(row.delta30, 30)}</p>}
          </div>
          <Sparkline values={row.sparkline} tone={tone} width={120} height={32} />
        </div>
      ) : (
        <p className="mt-3 text-muted-foreground">
          Its score and trend show after your three answers, so that they stay yours.
        </p>
      )}
      {expiry && !view.isConfirmed && <p className="mt-2 text-xs">{expiryWords(expiry, view.showsMeasured)}</p>}
      {noteLine(view.notes) !== "" && (
        <>
          <h3 className="mt-4 mb-1 font-medium text-xs">Reasons</h3>
          <CardReasons notes={view.notes} />
        </>
      )}
      <h3 className="mt-4 mb-1 font-medium text-xs">Since {dayShort(since)}</h3>
      <ul className="flex flex-col gap-1">
        {facts && factLines(facts, dayShort).map((line) => <li key={line}>{line}</li>)}
        {!facts && <li className="text-muted-foreground">Nothing is known.</li>}
      </ul>
      <h3 className="mt-4 mb-1 font-medium text-xs">Last notes</h3>
      <ul className="flex flex-col gap-2">
        {facts?.notes.map(({ text, by, on }) => (
          <li key={`${on} ${text}`}>
            <p className="line-clamp-3 break-words">{text}</p>
            <p className="text-muted-foreground text-xs">
              {by ?? "a program"}, {dayShort(on)}
            </p>
          </li>
        ))}
        {(facts?.notes.length ?? 0) === 0 && <li className="text-muted-foreground">No notes yet.</li>}
      </ul>
    </aside>
  );
});
