import type { StayFacts } from "@/components/effect/stay-table";
import { planWords, resultWords } from "@/components/effect/stay-words";
import { Link } from "@/components/ui/link";
import { dayText } from "@/lib/format";
import { paths } from "@/lib/paths";

interface Props {
  of: number;
  tone: string;
  segment: string | null;
  recovered: readonly {
    stay: StayFacts & { goal: string | null; result: string | null };
    sameTrend: boolean;
    sameCause: boolean;
  }[];
}

const SHOWN = 5;

/** Accounts like this one that recovered, and what was done there: examples to read, no proof that it helped. */
export function AlikeList({ of, tone, segment, recovered }: Props) {
  const rule = `${tone}${segment ? `, ${segment}` : ""}, ARR within a factor of 2, in the last two years`;
  if (of === 0) return <p className="text-muted-foreground">No comparable account has been {rule}.</p>;
  return (
    <>
      <p className="mb-2">
        <span className="font-medium">
          {recovered.length} of {of} recovered
        </span>{" "}
        <span className="text-muted-foreground">
          by day 90: {rule}. Same cause and trend first; what was done stands beside them, not that it helped.
        </span>
      </p>
      <ul className="flex flex-col gap-2">
        {recovered.slice(0, SHOWN).map(({ stay, sameTrend, sameCause }) => (
          <li key={`${stay.accountId}:${stay.enteredOn}`}>
            <Link href={paths.account(stay.slug)} className="font-medium text-primary underline">
              <bdi>{stay.name}</bdi>
            </Link>{" "}
            <span className="text-muted-foreground">
              {dayText(stay.enteredOn)}
              {sameCause && " · same cause"}
              {sameTrend && " · same trend"}
            </span>
            <p>
              Plan {planWords(stay)}
              {stay.goal && ` · ${stay.goal}`} · {resultWords(stay)}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
