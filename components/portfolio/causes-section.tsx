import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import type { Period } from "@/lib/core/portfolio/period";
import { dayText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { arrText } from "./amount-text";
import { causeText } from "./cause-text";

interface Amount {
  accounts: number;
  arrCents: number;
  withoutRate: number;
}
interface Props {
  causes: readonly { cause: string; plans: Amount; losses: Amount }[];
  period: Period;
  currency: string;
  query: Record<string, string>;
}

/** What stands behind open plans and losses, cause by cause, in accounts and ARR; each number opens its accounts. */
export function CausesSection({ causes, period, currency, query }: Props) {
  const all = (of: "plans" | "losses") =>
    causes.reduce(
      (sum, row) => ({
        accounts: sum.accounts + row[of].accounts,
        arrCents: sum.arrCents + row[of].arrCents,
        withoutRate: sum.withoutRate + row[of].withoutRate,
      }),
      { accounts: 0, arrCents: 0, withoutRate: 0 },
    );
  const between = `${period.from}..${period.to}`;
  const cell = (amount: Amount, href: string) =>
    amount.accounts === 0 ? (
      <span className="text-muted-foreground">–</span>
    ) : (
      <Link href={href} className="text-primary underline">
        {arrText(amount, currency)} · {amount.accounts}
      </Link>
    );
  return (
    <Card id="causes" title="Causes">
      {causes.length === 0 ? (
        <p className="text-muted-foreground">No plan is open, and nothing was lost in the period.</p>
      ) : (
        <Table label="Causes by ARR">
          <thead>
            <tr>
              <Th>Cause</Th>
              <Th numeric>Open plans</Th>
              <Th numeric>
                Lost {dayText(period.from)} → {dayText(period.to)}
              </Th>
            </tr>
          </thead>
          <tbody>
            {causes.map(({ cause, plans, losses }) => (
              <tr key={cause}>
                <th scope="row" className="h-9 border-b px-2 text-left font-normal">
                  {causeText(cause)}
                </th>
                <Td numeric>{cell(plans, paths.portfolioAccounts({ ...query, cause }))}</Td>
                <Td numeric>{cell(losses, paths.portfolioAccounts({ ...query, lost: cause, between }))}</Td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className="h-9 border-b px-2 text-left font-medium">
                All
              </th>
              <Td numeric>{cell(all("plans"), paths.portfolioAccounts({ ...query, cause: "any" }))}</Td>
              <Td numeric>{cell(all("losses"), paths.portfolioAccounts({ ...query, lost: "any", between }))}</Td>
            </tr>
          </tfoot>
        </Table>
      )}
      <p className="mt-2 text-muted-foreground text-xs">
        ARR · accounts. An account counts under the cause of its latest open plan; lost is ARR before less ARR after of
        customers that left or were reduced, by the owners of that day.
      </p>
    </Card>
  );
}
