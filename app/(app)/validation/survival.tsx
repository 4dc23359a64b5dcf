import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { SurvivalFigure } from "@/components/validation/survival-figure";
import { listWatched, type WatchedRow } from "@/db/queries/validation/list-watched";
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
      <div className="grid grid-cols-1 gap-x-8 gap-y-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <SurvivalFigure found={survivalByBand(rows)} watched={watched} days={days} />
        <div>
          <h3 className="mb-1 font-medium">Who churned · {left.length}</h3>
          <Leavers rows={left} from={from} />
        </div>
      </div>
      <p className="mt-3 max-w-prose text-muted-foreground text-xs">
        Bands as known on {dayText(from)} ({published} of {countText(rows.length)} as published, the others replayed);
        an account counts until the day it decided to churn, and until it was last scored otherwise (Kaplan–Meier).
      </p>
    </Card>
  );
}

function Leavers({ rows, from }: { rows: readonly WatchedRow[]; from: string }) {
  if (rows.length === 0) return <p className="text-muted-foreground">Nobody.</p>;
  return (
    <Table label="Who churned" scrollerClass="max-h-96">
      <thead>
        <tr>
          <Th>Account</Th>
          <Th>Stood</Th>
          <Th numeric>After</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ slug, name, tone, days }) => (
          <tr key={slug}>
            <Td className="font-medium">
              <Link
                href={paths.account(slug, { asOf: from })}
                className="inline-flex min-h-6 items-center hover:underline"
              >
                <bdi>{name}</bdi>
              </Link>
            </Td>
            <Td>
              <BandBadge tone={toneOfCode(tone)} name={null} />
            </Td>
            <Td numeric>{days} d</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
