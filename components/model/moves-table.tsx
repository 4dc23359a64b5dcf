import { BandBadge } from "@/components/health/band-badge";
import { Table, Td, Th } from "@/components/ui/table";
import type { Tone } from "@/lib/core/health/bands";
import { countText, moneyShort, percentText } from "@/lib/format";

interface Move {
  from: number;
  to: number;
  accounts: number;
  arrCents?: number;
}
interface Props {
  caption: string;
  label: string;
  from: string;
  to: string;
  moves: readonly Move[];
  /** ARR beside the accounts, in this currency. */
  currency?: string;
}

/** Green, yellow, red, no score. */
const ROWS = [3, 2, 1, 0] as const;
const TONES: Readonly<Record<number, Tone>> = { 1: "red", 2: "yellow", 3: "green" };

/** Where accounts stood by one version and where by the other: rows sum to the first, columns to the second. */
export function MovesTable({ caption, label, from, to, moves, currency }: Props) {
  const sum = (some: readonly Move[]) => ({
    accounts: some.reduce((total, { accounts }) => total + accounts, 0),
    arrCents: some.reduce((total, { arrCents }) => total + (arrCents ?? 0), 0),
  });
  const all = sum(moves);
  const moved = sum(moves.filter((move) => move.from !== move.to));
  const cell = (some: readonly Move[]) => {
    const { accounts, arrCents } = sum(some);
    if (accounts === 0) return "—";
    return currency ? `${countText(accounts)} · ${moneyShort(arrCents, currency)}` : countText(accounts);
  };
  return (
    <figure>
      <figcaption className="mb-2">
        <strong>
          {countText(moved.accounts)} of {countText(all.accounts)} accounts
          {all.accounts >= 20 && ` (${percentText(moved.accounts / all.accounts)})`} stand in another band
          {currency && moved.accounts > 0 && `, ${moneyShort(moved.arrCents, currency)} ARR`}.
        </strong>{" "}
        <span className="text-muted-foreground">{caption}</span>
      </figcaption>
      <Table label={label} className="max-w-3xl">
        <thead>
          <tr>
            <Th>
              {from} ↓ · {to} →
            </Th>
            {ROWS.map((tone) => (
              <Th key={tone} numeric>
                <BandBadge tone={TONES[tone] ?? null} />
              </Th>
            ))}
            <Th numeric>All</Th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map((before) => (
            <tr key={before}>
              <th scope="row" className="h-9 border-b px-2 font-normal">
                <BandBadge tone={TONES[before] ?? null} />
              </th>
              {ROWS.map((after) => (
                <Td key={after} numeric className={before === after ? "text-muted-foreground" : "font-medium"}>
                  {cell(moves.filter((move) => move.from === before && move.to === after))}
                </Td>
              ))}
              <Td numeric>{cell(moves.filter((move) => move.from === before))}</Td>
            </tr>
          ))}
          <tr>
            <th scope="row" className="h-9 border-b px-2 font-normal">
              All
            </th>
            {ROWS.map((after) => (
              <Td key={after} numeric>
                {cell(moves.filter((move) => move.to === after))}
              </Td>
            ))}
            <Td numeric>{cell(moves)}</Td>
          </tr>
        </tbody>
      </Table>
    </figure>
  );
}
