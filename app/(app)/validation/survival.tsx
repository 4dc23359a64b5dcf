import Link from "next/link";
import { Card } from "@/components/ui/card";
import { SurvivalFigure } from "@/components/validation/survival-figure";
import { listWatched } from "@/db/queries/validation/list-watched";
import { survivalByBand } from "@/lib/core/validation/survival-by-band";
import { countText, dayText } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { Ctx } from "@/lib/server/context";

const TICKS = [0, 90, 180, 270, 365];

/** How long the accounts of each band stayed, and who did not. */
export async function Survival({ ctx }: { ctx: Ctx }) {
  const book = await listWatched(ctx);
  if (!book)
    return (
      <Card id="stayed" title="How long each band stayed">
        <p className="text-muted-foreground">It takes 90 days of history to say.</p>
      </Card>
    );
  const { from, days, rows } = book;
  const left = rows.filter(({ churned }) => churned);
  const published = rows.filter((row) => row.published).length;
  const watched = TICKS.filter((day) => day <= days).map((day) => ({
    day,
    counts: [3, 2, 1].map((tone) => rows.filter((row) => row.tone === tone && row.days >= day).length),
  }));
  return (
    <Card id="stayed" title={`How long each band of ${dayText(from)} stayed`}>
      <SurvivalFigure found={survivalByBand(rows)} watched={watched} days={days} />
      <p className="mt-3 max-w-prose text-muted-foreground text-xs">
        Bands as known on {dayText(from)} ({published} of {countText(rows.length)} as published, the others replayed);
        an account counts until the day it decided to churn, and until it was last scored otherwise (Kaplan–Meier).
      </p>
      {left.length > 0 && (
        <details className="mt-2">
          <summary className="cursor-pointer font-medium">Who churned · {left.length}</summary>
          <ul className="mt-2 grid grid-cols-1 gap-x-6 sm:grid-cols-2 xl:grid-cols-3">
            {left.map(({ slug, name, days: after }) => (
              <li key={slug} className="flex min-h-8 items-center justify-between gap-3 border-b">
                <Link href={paths.account(slug, { asOf: from })} className="min-w-0 truncate hover:underline">
                  <bdi>{name}</bdi>
                </Link>
                <span className="text-muted-foreground tabular-nums">after {after} d</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}
