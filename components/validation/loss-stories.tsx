import { Sparkline } from "@/components/charts/sparkline";
import { toneOfCode } from "@/components/health/band-glyph";
import { Link } from "@/components/ui/link";
import { dayText } from "@/lib/format";
import { paths } from "@/lib/paths";

export interface Story {
  slug: string;
  name: string;
  decidedOn: string;
  cutOn: string | null;
  /** Health by week, oldest first. */
  weeks: readonly (number | null)[];
  tone: number;
}

/** The last churned side by side: health from 180 days before to the decision, as it was known. */
export function LossStories({ stories }: { stories: readonly Story[] }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-3">
      {stories.map(({ slug, name, decidedOn, cutOn, weeks, tone }) => {
        const known = weeks.filter((value) => value !== null);
        const [first, last] = [known[0], known.at(-1)];
        return (
          <li key={`${slug}${decidedOn}`} className="flex flex-col gap-1 rounded-control border p-2">
            <Link
              href={`${paths.account(slug, { asof: cutOn, to: decidedOn })}#why`}
              className="truncate text-primary underline"
            >
              <bdi>{name}</bdi>
            </Link>
            <Sparkline values={weeks} tone={toneOfCode(tone)} width={124} height={40} />
            <p className="text-muted-foreground text-xs">
              {first === undefined || last === undefined
                ? "No health known"
                : `${Math.floor(first)} → ${Math.floor(last)}`}{" "}
              · {dayText(decidedOn)}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
