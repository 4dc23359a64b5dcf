"use client";
import dynamic from "next/dynamic";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { type MonthOfBands, type Part, prepareBands, type Unit } from "@/components/charts/prepare-bands";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SegmentedLinks } from "@/components/ui/segmented";
import { Skeleton } from "@/components/ui/skeleton";
import { useKeys } from "@/components/ui/use-keys";
import { countText, dayText, moneyShort, percentText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { accountsText } from "./amount-text";
import { BandsTable } from "./bands-table";

const BandsChart = dynamic(() => import("@/components/charts/bands-chart").then((module) => module.BandsChart), {
  ssr: false,
  loading: () => <Skeleton className="h-60 w-full" />,
});

interface Props {
  months: readonly MonthOfBands[];
  unit: Unit;
  /** Where the unit is changed. */
  units: readonly { value: string; label: string; href: string }[];
  currency: string;
  query: Readonly<Record<string, string>>;
}

const ADDRESS = ["none", "red", "yellow", "green"] as const;
const NAMES = ["No score", "Red", "Yellow", "Green"] as const;
const LOOKS = ["text-band-none-text", "text-band-red-text", "text-band-yellow-text", "text-band-green-text"] as const;
/** The plot between the chart's top margin and its axis, in pixels. */
const [TOP, PLOT] = [8, 208];

/** Bands by month, as a chart with its labels or as its numbers; each mark opens the accounts it stands for. */
export function BandsSection({ months, unit, units, currency, query }: Props) {
  const [isTable, setTable] = useQueryState("table", parseAsStringLiteral(["1"]));
  useKeys("t", () => void setTable(isTable ? null : "1"), { does: { t: "Change between chart and table" } });
  const bands = prepareBands(months, unit);
  const amount = (part: Part) => `${countText(part.accounts)} · ${moneyShort(part.arrCents, currency)}`;
  const hrefOf = (column: number, part: Part) =>
    paths.portfolioAccounts({ ...query, band: ADDRESS[part.tone], asof: bands.columns[column]?.day });
  const nameOf = (column: number, part: Part) => {
    const day = bands.columns[column]?.day ?? null;
    return `${dayText(day)}: ${NAMES[part.tone]} ${percentText(part.share)}, ${accountsText(part.accounts)}, ${moneyShort(part.arrCents, currency)} ARR`;
  };
  return (
    <Card
      title="Bands by month"
      aside={
        <div className="flex items-center gap-2">
          <SegmentedLinks label="Unit" current={unit} options={units} />
          <Button size="sm" aria-pressed={isTable !== null} onClick={() => void setTable(isTable ? null : "1")}>
            {isTable ? "Chart" : "Table"}
          </Button>
        </div>
      }
    >
      <figure>
        <figcaption className="mb-3 text-muted-foreground">{bands.finding}</figcaption>
        {isTable ? (
          <BandsTable columns={bands.columns} currency={currency} hrefOf={hrefOf} />
        ) : (
          <div className="flex max-md:flex-col">
            <div className="min-w-0 flex-1">
              <BandsChart bands={bands} nameOf={nameOf} hrefOf={hrefOf} />
            </div>
            <ul className="relative text-xs max-md:mt-2 max-md:flex max-md:flex-col-reverse md:w-44">
              {bands.labels.map((label) => (
                <li
                  key={label.tone}
                  className={`whitespace-nowrap md:absolute md:left-2 md:-translate-y-1/2 ${LOOKS[label.tone]}`}
                  style={{ top: TOP + PLOT * (1 - label.y) }}
                >
                  <span className="font-medium">
                    {NAMES[label.tone]} {percentText(label.share)}
                  </span>{" "}
                  <span className="text-muted-foreground">· {amount(label)}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </figure>
    </Card>
  );
}
