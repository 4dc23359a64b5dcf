"use client";
import { PLOT } from "@/components/charts/plot";
import {
  type MonthOfBands,
  type Part,
  prepareBands,
  type Unit,
  type VersionLine,
} from "@/components/charts/prepare-bands";
import { StackChart } from "@/components/charts/stack-chart";
import { Card } from "@/components/ui/card";
import { ChipLink } from "@/components/ui/chip-link";
import { SegmentedLinks } from "@/components/ui/segmented";
import { countText, dayText, moneyShort, percentText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { accountsText } from "./amount-text";
import { BandsOver } from "./bands-over";
import { BandsTable } from "./bands-table";
import { DrawnOrTable } from "./drawn-or-table";
import { TableToggle } from "./table-toggle";

interface Props {
  months: readonly MonthOfBands[];
  /** The same months a year before, where they are compared. */
  before: readonly MonthOfBands[] | null;
  /** Where versions of the model began to count. */
  versions: readonly VersionLine[];
  unit: Unit;
  /** Where the unit is changed. */
  units: readonly { value: string; label: string; href: string }[];
  /** Where the year before is laid over, or taken off again. */
  compared: string;
  currency: string;
  query: Readonly<Record<string, string>>;
}

const ADDRESS = ["none", "red", "yellow", "green"] as const;
const NAMES = ["No score", "Red", "Yellow", "Green"] as const;
const LOOKS = ["text-band-none-text", "text-band-red-text", "text-band-yellow-text", "text-band-green-text"] as const;

/** Bands by month, as a chart with its labels or as its numbers; each mark opens the accounts it stands for. */
export function BandsSection({ months, before, versions, unit, units, compared, currency, query }: Props) {
  const bands = prepareBands(months, unit);
  const ghosts = before && prepareBands(before, unit).columns;
  const partOf = (column: number, tone: number) =>
    bands.columns[column]?.parts.find((part) => part.tone === tone) as Part;
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
          <ChipLink href={compared} active={before !== null}>
            Year before
          </ChipLink>
          <SegmentedLinks label="Unit" current={unit} options={units} />
          <TableToggle />
        </div>
      }
    >
      <figure>
        <figcaption className="mb-3 text-muted-foreground">{bands.finding}</figcaption>
        <DrawnOrTable
          table={<BandsTable columns={bands.columns} currency={currency} hrefOf={hrefOf} />}
          drawn={
            <div className="flex max-md:flex-col">
              <div className="min-w-0 flex-1">
                <StackChart
                  id="bands"
                  title={bands.finding}
                  columns={bands.columns.map(({ label, parts }) => ({
                    label,
                    parts: parts.map(({ tone, share }) => ({ tone, size: share })),
                  }))}
                  top={1}
                  ticks={[0, 0.5, 1]}
                  tickText={percentText}
                  nameOf={(column, tone) => nameOf(column, partOf(column, tone))}
                  hrefOf={(column, tone) => hrefOf(column, partOf(column, tone))}
                  over={<BandsOver ghosts={ghosts} versions={versions} />}
                />
              </div>
              <ul className="relative text-xs max-md:mt-2 max-md:flex max-md:flex-col-reverse md:w-44">
                {bands.labels.map((label) => (
                  <li
                    key={label.tone}
                    className={`whitespace-nowrap md:absolute md:left-2 md:-translate-y-1/2 ${LOOKS[label.tone]}`}
                    style={{ top: PLOT.top + PLOT.height * (1 - label.y) }}
                  >
                    <span className="font-medium">
                      {NAMES[label.tone]} {percentText(label.share)}
                    </span>{" "}
                    <span className="text-muted-foreground">· {amount(label)}</span>
                  </li>
                ))}
              </ul>
            </div>
          }
        />
        {versions.map(({ version, words }) => (
          <p key={version} className="mt-1 text-muted-foreground text-xs">
            <span aria-hidden>┆ </span>
            {words}
          </p>
        ))}
        {ghosts && <p className="mt-1 text-muted-foreground text-xs">Outlined: the same month a year before.</p>}
      </figure>
    </Card>
  );
}
