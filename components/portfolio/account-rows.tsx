import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { Link } from "@/components/ui/link";
import { type Day, daysBetween } from "@/lib/core/calendar";
import { dayShort, durationText, moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";

interface Props {
  rows: readonly {
    accountId: number;
    slug: string;
    name: string;
    tone: number;
    arrCents: number | null;
    decideBy: Day | null;
  }[];
  today: Day;
  currency: string;
}

/** A few accounts, each with its band, its ARR and when it must decide. */
export function AccountRows({ rows, today, currency }: Props) {
  if (rows.length === 0) return <p className="text-muted-foreground">None.</p>;
  return (
    <ul>
      {rows.map(({ accountId, slug, name, tone, arrCents, decideBy }) => (
        <li
          key={accountId}
          className="flex min-h-8 items-center gap-3 border-b last:border-b-0 max-md:flex-wrap max-md:gap-y-0 max-md:pb-3"
        >
          <Link
            href={paths.account(slug)}
            className="min-w-0 flex-1 truncate hover:underline max-md:basis-full max-md:py-3"
            title={name}
          >
            <bdi>{name}</bdi>
          </Link>
          <BandBadge tone={toneOfCode(tone)} />
          <span className="w-16 text-right">{moneyShort(arrCents, currency)}</span>
          <span className="w-24 text-right text-muted-foreground text-xs max-md:ml-auto">
            {decideBy && `${dayShort(decideBy)} · ${durationText(daysBetween(today, decideBy))}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
