"use client";
import { StackChart } from "@/components/charts/stack-chart";
import { countText, dayText, moneyFull, moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import { accountsText } from "./amount-text";
import { DrawnOrTable } from "./drawn-or-table";
import type { Ladder, Rung } from "./prepare-renewals";
import { RenewalsOver } from "./renewals-over";
import { RenewalsTable } from "./renewals-table";

interface Props {
  ladder: Ladder;
  unit: "accounts" | "arr";
  currency: string;
  query: Readonly<Record<string, string>>;
  /** On paper: drawn whatever the address says, with every month's label. */
  isPaper?: boolean;
}

const ADDRESS = ["none", "red", "yellow", "green"] as const;
const NAMES = ["No score", "Red", "Yellow", "Green"] as const;

/** What decides in the next twelve months, by health band, as a chart or as its numbers; each mark opens its accounts. */
export function RenewalsSection({ ladder, unit, currency, query, isPaper = false }: Props) {
  const { rungs } = ladder;
  const hrefOf = (rung: Rung | undefined, tone?: number) =>
    paths.portfolioAccounts({
      ...query,
      band: tone === undefined ? undefined : ADDRESS[tone],
      decides: rung && `${rung.from}..${rung.to}`,
    });
  const nameOf = (rung: Rung | undefined, tone: number) => {
    const part = rung?.parts.find((other) => other.tone === tone);
    return `${rung?.name}: ${NAMES[tone]}, ${accountsText(part?.accounts ?? 0)}, ${moneyFull(part?.arrCents ?? 0, currency)} ARR`;
  };
  const drawn = (
    <>
      <div className="relative pt-5">
        <RenewalsOver ladder={ladder} />
        <StackChart
          id="renewals"
          title={ladder.finding}
          columns={rungs.map(({ label, parts }) => ({
            label,
            parts: parts.map((part) => ({
              tone: part.tone,
              size: unit === "arr" ? part.arrCents : part.accounts,
            })),
          }))}
          top={ladder.top}
          ticks={ladder.ticks}
          tickText={(value) => (unit === "arr" ? moneyShort(value, currency) : countText(value))}
          nameOf={(column, tone) => nameOf(rungs[column], tone)}
          hrefOf={(column, tone) => hrefOf(rungs[column], tone)}
          interval={isPaper ? 0 : 1}
        />
      </div>
      <p className="mt-1 text-muted-foreground text-xs print:hidden">
        By the date by which the customer must decide. Red at the foot, then yellow, green and no score.
        {rungs[0] && ` ${rungs[0].name} holds what has passed since ${dayText(rungs[0].from)} too.`}
      </p>
    </>
  );
  return (
    <figure>
      <figcaption className="mb-3 text-muted-foreground">{ladder.finding}</figcaption>
      {isPaper ? (
        drawn
      ) : (
        <DrawnOrTable drawn={drawn} table={<RenewalsTable rungs={rungs} currency={currency} hrefOf={hrefOf} />} />
      )}
    </figure>
  );
}
