import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { StackedTd } from "@/components/ui/stacked-td";
import { Table, Td, Th } from "@/components/ui/table";
import type { HorizonRow } from "@/lib/core/validation/horizon-row";
import type { SideReport } from "@/lib/core/validation/side-report";
import { FEWEST_OUTCOMES } from "@/lib/core/validation/verdict";
import { percentText } from "@/lib/format";
import { aucWords, rightWords } from "./validation-words";

interface Props {
  rows: readonly HorizonRow[];
  /** The horizon that the page shows. */
  now: number;
  before: "decided" | "effective";
  /** The page of a horizon, before the decision or its effect. */
  hrefOf: (horizon: number, before: "decided" | "effective") => string;
}

/** Health, score and scorecard at every horizon, beside health before the other date; too few say nothing. */
export function HorizonsTable({ rows, now, before, hrefOf }: Props) {
  const [from, other] = before === "decided" ? ["the decision", "its effect"] : ["its effect", "the decision"];
  const otherDate = before === "decided" ? "effective" : "decided";
  return (
    <Table label="Every horizon" stacked>
      <thead>
        <tr>
          <Th>Days before {from}</Th>
          <Th>Score</Th>
          <Th numeric>Decisions</Th>
          <Th numeric>Lost</Th>
          <Th numeric>Right, 95% interval</Th>
          <Th numeric>Majority</Th>
          <Th numeric>AUC, 95% interval</Th>
        </tr>
      </thead>
      {rows.map(({ horizon, sides: [score, scorecard, health], beside, waiting }) => (
        <tbody key={horizon} className={cx(horizon === now && "bg-muted")}>
          {[
            { name: "Health (both)", side: health },
            { name: "Measured score", side: score },
            { name: "Scorecard", side: scorecard },
            { name: `Known before ${other}`, side: beside },
          ].map(({ name, side }, i) => (
            <tr key={name} className="max-md:grid! max-md:grid-cols-2 max-md:gap-x-6">
              {i === 0 && (
                <th
                  scope="rowgroup"
                  rowSpan={4}
                  aria-current={horizon === now ? "true" : undefined}
                  className="border-b px-2 py-2 text-left align-top font-medium max-md:col-span-2 max-md:border-0"
                >
                  {horizon} days
                  {horizon === now && (
                    <span className="block font-normal text-muted-foreground text-xs">shown here</span>
                  )}
                  {waiting > 0 && (
                    <span className="block font-normal text-muted-foreground text-xs">{waiting} not computed yet</span>
                  )}
                </th>
              )}
              <Td
                className={cx(
                  "max-md:col-span-2 max-md:h-auto max-md:border-0 md:whitespace-nowrap",
                  i === 0 && "font-medium",
                  i === 3 && "text-muted-foreground",
                )}
              >
                {name}
              </Td>
              {side && (
                <Figures
                  side={side}
                  isWaiting={waiting > 0 && i < 3}
                  href={hrefOf(horizon, i === 3 ? otherDate : before)}
                  what={`${horizon} days before, ${name}`}
                />
              )}
            </tr>
          ))}
        </tbody>
      ))}
    </Table>
  );
}

interface FiguresProps {
  side: SideReport;
  /** Whether decisions of it are still to be computed. */
  isWaiting: boolean;
  href: string;
  what: string;
}

function Figures({ side, isWaiting, href, what }: FiguresProps) {
  const { n, bad, right, belowGreen, auc } = side;
  return (
    <>
      <StackedTd head="Decisions" numeric>
        <Link
          href={href}
          aria-label={`${n} decisions: ${what}`}
          className="inline-flex min-h-6 items-center text-primary hover:underline"
        >
          {n}
        </Link>
      </StackedTd>
      <StackedTd head="Lost" numeric>
        {bad}
      </StackedTd>
      {n < FEWEST_OUTCOMES ? (
        <Td colSpan={3} className="text-muted-foreground max-md:col-span-2 max-md:h-auto max-md:border-0">
          {isWaiting ? "Not computed yet" : `Too few: shown from ${FEWEST_OUTCOMES}`}
        </Td>
      ) : (
        <>
          <StackedTd head="Right, 95% interval" numeric className="whitespace-nowrap max-md:col-span-2">
            {rightWords(right)}
          </StackedTd>
          <StackedTd head="Majority" numeric className="max-md:col-span-2">
            {belowGreen.majority === null ? "—" : percentText(belowGreen.majority)}
          </StackedTd>
          <StackedTd head="AUC, 95% interval" numeric className="whitespace-nowrap max-md:col-span-2">
            {aucWords(auc)}
          </StackedTd>
        </>
      )}
    </>
  );
}
