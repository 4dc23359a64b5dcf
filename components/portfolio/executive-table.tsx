import { Table, Td, Th } from "@/components/ui/table";
import { countText, moneyShort, percentText } from "@/lib/format";
import { averageText, type ExecutiveMonth } from "./prepare-executive";

/** The numbers of the executive view: a row a month, newest first. */
export function ExecutiveTable({ months, currency }: { months: readonly ExecutiveMonth[]; currency: string }) {
  return (
    <Table label="Health beside customers and ARR, by month">
      <thead>
        <tr>
          <Th>Month</Th>
          <Th numeric>Average health</Th>
          <Th numeric>Green</Th>
          <Th numeric>Customers</Th>
          <Th numeric>ARR</Th>
        </tr>
      </thead>
      <tbody>
        {months.toReversed().map(({ month, average, greenShare, accounts, arrCents }) => (
          <tr key={month}>
            <th scope="row" className="border-b px-2 text-left font-normal whitespace-nowrap">
              {month}
            </th>
            <Td numeric>{average === null ? "·" : averageText(average)}</Td>
            <Td numeric>{greenShare === null ? "·" : percentText(greenShare)}</Td>
            <Td numeric>{accounts > 0 ? countText(accounts) : "·"}</Td>
            <Td numeric>{accounts > 0 ? moneyShort(arrCents, currency) : "·"}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
