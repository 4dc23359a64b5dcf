import type { ReactNode } from "react";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import type { Day } from "@/lib/core/calendar";
import { countText, dayNear, moneyFull, moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import { ELSEWHERE, type Move, marginOf, matrixOf, OUT, pairsText, rescoredOf, TONES } from "./prepare-migration";

interface Props {
  moves: readonly Move[];
  between: { from: Day; to: Day };
  currency: string;
  unit: "accounts" | "arr";
  query: Readonly<Record<string, string>>;
  /** The moves of accounts that another model scored at the end: told apart, without margins. */
  rescored?: boolean;
}

type Shown = { accounts: number; arrCents: number };
const WORDS = ["none", "red", "yellow", "green"] as const;
const AWAY = { [OUT]: { from: "Joined", to: "Left" }, [ELSEWHERE]: { from: "Handed in", to: "Handed over" } };

/** From where to where the accounts went between two days: rows from, columns to. Every cell opens its accounts; the
 * margins are the head-counts and ARR of the two days. */
export function MigrationMatrix({ moves, between, currency, unit, query, rescored = false }: Props) {
  const { froms, tos, cell } = matrixOf(moves, rescored);
  const isApart = !rescored && moves.some((move) => move.rescored);
  const moved = { ...query, between: `${between.from}..${between.to}`, model: rescored ? "new" : "same" };
  const amount = { currency, unit };
  const apart = (side: "from" | "to", tone: number) => {
    const pairs = moves.filter((move) => move.rescored && move[side] === tone);
    const href = paths.portfolioAccounts({ ...moved, model: "new", moved: pairsText(pairs) });
    return <Figure {...amount} shown={rescoredOf(moves, side, tone)} href={href} />;
  };
  const margin = (side: "from" | "to", tone: number) => {
    const href = paths.portfolioAccounts({ ...query, asof: between[side], band: WORDS[tone] });
    return <Figure {...amount} shown={marginOf(moves, side, tone)} href={href} />;
  };
  return (
    <Table label={`Who moved, ${dayNear(between.from, between.to)} to ${dayNear(between.to, between.from)}`}>
      <thead>
        <tr>
          <Th className="left-0 bg-card!">
            <span className="sr-only">From, to</span>
          </Th>
          {tos.map((to) => (
            <Th key={to} numeric className="w-[12%] bg-card!">
              <Place place={to} side="to" />
            </Th>
          ))}
          {isApart && (
            <Th numeric className="bg-card!">
              Re-scored
            </Th>
          )}
          {!rescored && (
            <Th numeric className="border-l bg-card!">
              {dayNear(between.from, between.to)}
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {froms.map((from) => (
          <tr key={from}>
            <RowHead>
              <Place place={from} side="from" />
            </RowHead>
            {tos.map((to) => (
              <Td key={to} numeric className={cx("h-11 leading-4", from === to && from >= 0 && "bg-muted")}>
                {(from >= 0 || to >= 0) && (
                  <Figure
                    {...amount}
                    shown={cell(from, to)}
                    href={paths.portfolioAccounts({ ...moved, moved: pairsText([{ from, to }]) })}
                    isMuted={from === to}
                  />
                )}
              </Td>
            ))}
            {isApart && (
              <Td numeric className="h-11 leading-4">
                {from >= 0 && apart("from", from)}
              </Td>
            )}
            {!rescored && (
              <Td numeric className="h-11 border-l leading-4">
                {from >= 0 && margin("from", from)}
              </Td>
            )}
          </tr>
        ))}
        {isApart && (
          <tr>
            <RowHead>Re-scored</RowHead>
            {tos.map((to) => (
              <Td key={to} numeric className="h-11 leading-4">
                {to >= 0 && apart("to", to)}
              </Td>
            ))}
            <Td />
            <Td className="border-l" />
          </tr>
        )}
      </tbody>
      {!rescored && (
        <tfoot>
          <tr className="border-t-2">
            <RowHead>{dayNear(between.to, between.from)}</RowHead>
            {tos.map((to) => (
              <Td key={to} numeric className="h-11 leading-4">
                {to >= 0 && margin("to", to)}
              </Td>
            ))}
            {isApart && <Td />}
            <Td numeric className="h-11 border-l leading-4">
              <Whole moves={moves} currency={currency} />
            </Td>
          </tr>
        </tfoot>
      )}
    </Table>
  );
}

function RowHead({ children }: { children: ReactNode }) {
  return (
    <th scope="row" className="sticky left-0 border-b bg-card px-2 text-left font-medium text-xs whitespace-nowrap">
      {children}
    </th>
  );
}

/** A band, or that an account was not there. */
function Place({ place, side }: { place: number; side: "from" | "to" }) {
  if (place >= 0) return <BandBadge tone={toneOfCode(place)} />;
  return AWAY[place as keyof typeof AWAY][side];
}

interface FigureProps {
  shown: Shown;
  href: string;
  currency: string;
  unit: "accounts" | "arr";
  isMuted?: boolean;
}

/** A count over its ARR, or the other way round; nothing is a dot. */
function Figure({ shown, href, currency, unit, isMuted }: FigureProps) {
  if (shown.accounts === 0) return <span className="text-muted-foreground">·</span>;
  const [count, arr] = [countText(shown.accounts), moneyShort(shown.arrCents, currency)];
  const [first, second] = unit === "arr" ? [arr, count] : [count, arr];
  return (
    <Link href={href} title={moneyFull(shown.arrCents, currency)} className="inline-block hover:underline">
      <span className={cx("block", isMuted ? "text-muted-foreground" : "font-semibold")}>{first}</span>
      <span className="block text-muted-foreground text-xs">{second}</span>
    </Link>
  );
}

/** Head-counts of both days; the ARR of both stands in the title. */
function Whole({ moves, currency }: { moves: readonly Move[]; currency: string }) {
  const [start, end] = (["from", "to"] as const).map((side) => {
    const margins = TONES.map((tone) => marginOf(moves, side, tone));
    return {
      accounts: margins.reduce((total, { accounts }) => total + accounts, 0),
      arrCents: margins.reduce((total, { arrCents }) => total + arrCents, 0),
    };
  }) as [Shown, Shown];
  return (
    <span
      className="whitespace-nowrap"
      title={`${moneyFull(start.arrCents, currency)} → ${moneyFull(end.arrCents, currency)}`}
    >
      {countText(start.accounts)} → {countText(end.accounts)}
    </span>
  );
}
