import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { countText, moneyFull, shareText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { type Amount, arrText } from "./amount-text";

type Row = Amount & {
  personId: number | null;
  name: string | null;
  green: number;
  overdueReviews: number;
  staleCards: number;
  unplannedYellows: number;
};
interface Props {
  rows: readonly Row[];
  currency: string;
  query: Readonly<Record<string, string>>;
}

/** How the accounts of each CSM stand and what is owed on them; every number opens its accounts. */
export function CsmTable({ rows, currency, query }: Props) {
  return (
    <Table label="By CSM">
      <thead>
        <tr>
          <Th>CSM</Th>
          <Th numeric>Accounts</Th>
          <Th numeric>ARR</Th>
          <Th numeric>Green</Th>
          <Th numeric>Overdue reviews</Th>
          <Th numeric>Stale scorecards</Th>
          <Th numeric>Yellow, no plan in time</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const at = (more: Record<string, string> = {}) =>
            paths.portfolioAccounts({ ...query, csm: row.personId === null ? "none" : String(row.personId), ...more });
          const owed = (count: number, owes: string) =>
            count === 0 ? (
              <span className="text-muted-foreground">·</span>
            ) : (
              <Link href={at({ owes })} className="text-primary underline">
                {countText(count)}
              </Link>
            );
          return (
            <tr key={row.personId}>
              <th scope="row" className="h-9 border-b px-2 text-left font-normal whitespace-nowrap">
                {row.personId === null ? "No CSM" : (row.name ?? `Person ${row.personId}`)}
              </th>
              <Td numeric>
                <Link href={at()} className="text-primary underline">
                  {countText(row.accounts)}
                </Link>
              </Td>
              <Td numeric className="whitespace-nowrap" title={moneyFull(row.arrCents, currency)}>
                <Link href={at()} className="hover:underline">
                  {arrText(row, currency)}
                </Link>
              </Td>
              <Td numeric className="whitespace-nowrap">
                <Link href={at({ band: "green" })} className="text-primary underline">
                  {shareText(row.green, row.accounts).split(" (")[0]}
                </Link>
              </Td>
              <Td numeric>{owed(row.overdueReviews, "review")}</Td>
              <Td numeric>{owed(row.staleCards, "card")}</Td>
              <Td numeric>{owed(row.unplannedYellows, "plan")}</Td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
