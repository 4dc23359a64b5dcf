import type { Column, Part } from "@/components/charts/prepare-bands";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { countText, moneyShort } from "@/lib/format";
import { TONES } from "./prepare-migration";

interface Props {
  columns: readonly Column[];
  currency: string;
  hrefOf: (column: number, part: Part) => string;
}

/** The numbers of the chart: a row a month, newest first. */
export function BandsTable({ columns, currency, hrefOf }: Props) {
  const rows = columns.map((column, index) => ({ ...column, index })).toReversed();
  return (
    <Table label="Bands by month">
      <thead>
        <tr>
          <Th className="bg-card!">Month</Th>
          {TONES.map((tone) => (
            <Th key={tone} numeric className="bg-card!">
              <BandBadge tone={toneOfCode(tone)} />
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, parts, index }) => (
          <tr key={name}>
            <th scope="row" className="border-b px-2 text-left font-normal whitespace-nowrap">
              {name}
            </th>
            {TONES.map((tone) => {
              const part = parts.find((other) => other.tone === tone);
              return (
                <Td key={tone} numeric className="whitespace-nowrap">
                  {part ? (
                    <Link href={hrefOf(index, part)} className="hover:underline">
                      {countText(part.accounts)}{" "}
                      <span className="text-muted-foreground text-xs">{moneyShort(part.arrCents, currency)}</span>
                    </Link>
                  ) : (
                    <span className="text-muted-foreground">·</span>
                  )}
                </Td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
