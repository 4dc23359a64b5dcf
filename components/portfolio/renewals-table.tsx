import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { countText, moneyShort } from "@/lib/format";
import { type Amount, arrText } from "./amount-text";
import { TONES } from "./prepare-migration";
import type { Rung } from "./prepare-renewals";

interface Props {
  rungs: readonly Rung[];
  currency: string;
  hrefOf: (rung: Rung, tone?: number) => string;
}

/** The numbers of the ladder: a row a month, ARR and accounts by band. */
export function RenewalsTable({ rungs, currency, hrefOf }: Props) {
  const cell = (amount: Amount | undefined, href: string) =>
    amount && amount.accounts > 0 ? (
      <Link href={href} className="hover:underline">
        {arrText(amount, currency)} <span className="text-muted-foreground text-xs">{countText(amount.accounts)}</span>
      </Link>
    ) : (
      <span className="text-muted-foreground">·</span>
    );
  return (
    <Table label="Renewals by month: ARR and accounts">
      <thead>
        <tr>
          <Th>Decide by</Th>
          {TONES.map((tone) => (
            <Th key={tone} numeric>
              <BandBadge tone={toneOfCode(tone)} />
            </Th>
          ))}
          <Th numeric>All</Th>
        </tr>
      </thead>
      <tbody>
        {rungs.map((rung) => (
          <tr key={rung.from}>
            <th scope="row" className="border-b px-2 text-left font-normal whitespace-nowrap">
              {rung.name}
            </th>
            {TONES.map((tone) => (
              <Td key={tone} numeric className="whitespace-nowrap">
                {cell(
                  rung.parts.find((part) => part.tone === tone),
                  hrefOf(rung, tone),
                )}
              </Td>
            ))}
            <Td numeric className="whitespace-nowrap">
              {cell(rung.total, hrefOf(rung))}
            </Td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="h-9 px-2 text-left font-medium">
            All
          </th>
          <Td colSpan={4} />
          <Td numeric>
            {moneyShort(
              rungs.reduce((sum, { total }) => sum + total.arrCents, 0),
              currency,
            )}
          </Td>
        </tr>
      </tfoot>
    </Table>
  );
}
