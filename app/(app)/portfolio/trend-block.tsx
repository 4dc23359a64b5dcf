import { BookChangeSection } from "@/components/portfolio/book-change-section";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { PortfolioScope } from "@/db/queries/get-portfolio-scope";
import { getBookChange } from "@/db/queries/portfolio/get-book-change";
import type { Day } from "@/lib/core/calendar";
import { paths } from "@/lib/paths";
import type { Ctx } from "@/lib/server/context";

interface Props {
  ctx: Ctx;
  scope: Pick<PortfolioScope, "book" | "segment">;
  period: { from: Day; to: Day };
  query: Readonly<Record<string, string>>;
  /** In the scope now. */
  accounts: number;
}

/** Explaining reads every account of both days: above this many, only where it is asked for. */
const MOST_ACCOUNTS = 1000;

/** Which measures moved the average health of the book in the period, the largest first. */
export async function TrendBlock({ ctx, scope, period, query, accounts }: Props) {
  const href = paths.bookTrend({ ...query, ...period });
  const found = accounts > MOST_ACCOUNTS ? "too_many" : await getBookChange(ctx, scope, period.from, period.to);
  if (found === "too_many")
    return (
      <Card title="What moved the average">
        <Link href={href} className="text-primary underline">
          Explain the change of the average, measure by measure
        </Link>
      </Card>
    );
  if (!found) return null;
  return (
    <BookChangeSection
      between={{ from: found.from, to: found.to }}
      change={found.change}
      query={query}
      most={8}
      aside={
        <Link href={href} className="text-primary text-sm underline">
          Every part
        </Link>
      }
    />
  );
}
