import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { countText } from "@/lib/format";
import type { Heat, HeatCell, HeatRow } from "./prepare-heat";

interface Props {
  heat: Heat;
  /** What the rows are: "Segment". */
  head: string;
  measures: readonly { key: string; name: string }[];
  hrefOf: (row: HeatRow, cell: HeatCell) => string;
}

const STEPS = ["bg-heat-0", "bg-heat-1", "bg-heat-2", "bg-heat-3", "bg-heat-4"];
const HATCHED = "bg-[repeating-linear-gradient(45deg,var(--card)_0_5px,var(--border)_5px_6px)]";

/** Points earned of those possible, slice by slice and measure by measure: always the number, darker where there is more,
 * hatched below five accounts. Each cell opens the accounts that it counts. */
export function HeatTable({ heat: { rows, whole }, head, measures, hrefOf }: Props) {
  const line = (row: HeatRow) => (
    <tr key={`${row.isWhole} ${row.value}`}>
      <th
        scope="row"
        className={cx(
          "sticky left-0 max-w-44 truncate border-b bg-card px-2 text-left",
          row.isWhole ? "font-medium" : "font-normal",
        )}
        title={row.name}
      >
        {row.name} <span className="text-muted-foreground text-xs">{countText(row.accounts)}</span>
      </th>
      {row.cells.map((cell, i) => (
        <Td key={cell.measure} numeric className="h-9 p-0.5">
          <Cell cell={cell} href={hrefOf(row, cell)} name={`${measures[i]?.name}, ${row.name}`} />
        </Td>
      ))}
    </tr>
  );
  return (
    <>
      <Table label="Points earned of those possible, in percent">
        <thead>
          <tr>
            <Th className="left-0 z-2 bg-card! align-bottom leading-4">{head}</Th>
            {measures.map(({ key, name }) => (
              <Th key={key} numeric className="min-w-18 bg-card! align-bottom leading-4 whitespace-normal!">
                {name}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>{rows.map(line)}</tbody>
        <tfoot>{line(whole)}</tfoot>
      </Table>
      <p className="mt-2 text-muted-foreground text-xs">
        Percent of the possible points, on average over the accounts in whose score the measure counts, from{" "}
        <span aria-hidden className="inline-flex align-middle">
          {STEPS.map((step) => (
            <span key={step} className={cx("h-3 w-4", step)} />
          ))}
        </span>{" "}
        few to all; hatched below 5 accounts.
      </p>
    </>
  );
}

function Cell({ cell, href, name }: { cell: HeatCell; href: string; name: string }) {
  if (cell.percent === null) return <span className="px-2 text-muted-foreground">·</span>;
  const dark = cell.step >= 3 && !cell.isFew;
  return (
    <Link
      href={href}
      title={`${name}: ${cell.percent}% of its points, n = ${cell.accounts}`}
      className={cx(
        "flex h-8 items-center justify-end rounded-badge px-2 hover:underline focus-visible:outline-offset-0",
        cell.isFew ? HATCHED : STEPS[cell.step],
        dark ? "text-primary-foreground" : "text-foreground",
      )}
    >
      {cell.percent}
      <span className="sr-only">
        % of {name}, {cell.accounts} accounts
      </span>
    </Link>
  );
}
