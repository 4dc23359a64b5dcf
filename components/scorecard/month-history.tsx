import { ReopenMonth } from "@/components/scorecard/reopen-month";
import { cx } from "@/components/ui/cx";
import type { Day, Month } from "@/lib/core/calendar";
import { dayText, monthText } from "@/lib/format";
import { BEHIND_MORE } from "./behind-more";

interface Submitted {
  id: number;
  period: Month;
  due: number;
  confirmed: number;
  reason: string | null;
  submittedBy: string | null;
  submittedOn: Day;
  reopenedBy: string | null;
  reopenedOn: Day | null;
  reopenReason: string | null;
}

interface Props {
  months: readonly Submitted[];
  period: Month;
  /** Whose months they are, where the viewer may open them again. */
  reopens: number | null;
}

/** How the month stands once it was submitted, and every month submitted before. */
export function MonthHistory({ months, period, reopens }: Props) {
  const latest = months.find((month) => month.period === period);
  const isLocked = latest !== undefined && latest.reopenedOn === null;
  if (months.length === 0) return null;
  return (
    <section
      aria-label="Submitted months"
      className={cx("mb-3", latest ? "rounded-control border bg-muted px-3 py-2" : BEHIND_MORE)}
    >
      {latest && (
        <div className="mb-1 flex flex-wrap items-center justify-between gap-3">
          <p>{words(latest)}</p>
          {isLocked && reopens !== null && <ReopenMonth personId={reopens} period={period} />}
        </div>
      )}
      <details className={BEHIND_MORE}>
        <summary className="cursor-pointer text-muted-foreground text-xs">Every submitted month</summary>
        <ul className="mt-1 flex flex-col gap-1">
          {months.map((month) => (
            <li key={month.id}>{words(month)}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function words(month: Submitted): string {
  const { period, due, confirmed, reason, submittedBy, submittedOn, reopenedBy, reopenedOn, reopenReason } = month;
  const said = `${monthText(period)}: ${confirmed} of ${due} cards, submitted ${dayText(submittedOn)} by ${submittedBy ?? "a program"}`;
  const why = reason ? `, “${reason}”` : "";
  if (!reopenedOn) return `${said}${why}. Its cards are locked until a manager reopens it.`;
  return `${said}${why}. Reopened ${dayText(reopenedOn)} by ${reopenedBy ?? "a program"}: “${reopenReason}”.`;
}
