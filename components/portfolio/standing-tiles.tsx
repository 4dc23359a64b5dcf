import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import type { Day } from "@/lib/core/calendar";
import { countText, dayNear, moneyFull, moneyShort, shareText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { type Amount, accountsText, arrText } from "./amount-text";
import type { Direction, Total } from "./prepare-migration";
import { Tile } from "./tile";

interface Props {
  standing: { total: Amount; tones: readonly (Amount & { tone: number })[]; atRisk: Amount; renewingNotGreen: Amount };
  nearDays: number;
  currency: string;
  unit: "accounts" | "arr";
  /** Whose accounts, as the address says it. */
  query: Readonly<Record<string, string>>;
  /** What the bands held at the start of the period; null where nothing was scored then. */
  start: { words: string; totals: readonly Total[] } | null;
}

const TONES = [3, 2, 1, 0] as const;
const WORDS = ["none", "red", "yellow", "green"] as const;
const NOTHING: Amount = { accounts: 0, arrCents: 0, withoutRate: 0 };

/** The bands of today, each with what it was at the start of the period. */
export function BandTiles({ standing, currency, unit, query, start }: Omit<Props, "nearDays">) {
  return TONES.map((tone) => {
    const now = standing.tones.find((other) => other.tone === tone) ?? NOTHING;
    const before = start?.totals.find(({ place }) => place === tone);
    const [part, whole] = [now.accounts, standing.total.accounts];
    return (
      <Tile
        key={tone}
        href={paths.portfolioAccounts({ ...query, band: WORDS[tone] })}
        label={<BandBadge tone={toneOfCode(tone)} />}
        value={unit === "arr" ? moneyShort(now.arrCents, currency) : countText(part)}
        title={moneyFull(now.arrCents, currency)}
      >
        {unit === "arr" ? accountsText(part) : `${arrText(now, currency)} · ${shareText(part, whole).split(" (")[0]}`}
        {start &&
          before &&
          ` · ${unit === "arr" ? moneyShort(before.arrCents, currency) : countText(before.accounts)} on ${start.words}`}
      </Tile>
    );
  });
}

/** What is at risk now, and what renews soon without being green. */
export function RiskTiles({
  standing,
  nearDays,
  currency,
  query,
}: Pick<Props, "standing" | "nearDays" | "currency" | "query">) {
  const { atRisk, renewingNotGreen: near } = standing;
  return (
    <>
      <Tile
        href={paths.portfolioAccounts({ ...query, risk: "1" })}
        label="ARR at risk: red or hidden risk"
        value={moneyShort(atRisk.arrCents, currency)}
        title={moneyFull(atRisk.arrCents, currency)}
      >
        {accountsText(atRisk.accounts)}
        {atRisk.withoutRate > 0 && `, ${countText(atRisk.withoutRate)} without a rate`}
      </Tile>
      <Tile
        href={paths.portfolioAccounts({ ...query, band: "none,red,yellow", renews: `..${nearDays}d` })}
        label={`Decide by ≤ ${nearDays} d, not green`}
        value={moneyShort(near.arrCents, currency)}
        title={moneyFull(near.arrCents, currency)}
      >
        {accountsText(near.accounts)}
        {near.withoutRate > 0 && `, ${countText(near.withoutRate)} without a rate`}
      </Tile>
    </>
  );
}

interface MovedProps {
  down: Direction;
  up: Direction;
  between: { from: Day; to: Day };
  currency: string;
  query: Readonly<Record<string, string>>;
}

/** How many moved down and up between the two days, by the same model. */
export function MovedTiles({ down, up, between, currency, query }: MovedProps) {
  const sides = [
    { word: "Moved down", glyph: "▼", moved: down },
    { word: "Moved up", glyph: "▲", moved: up },
  ];
  return sides.map(({ word, glyph, moved }) => (
    <Tile
      key={word}
      href={paths.portfolioAccounts({
        ...query,
        moved: moved.pairs || (word === "Moved down" ? "green.red" : "red.green"),
        between: `${between.from}..${between.to}`,
        model: "same",
      })}
      label={`${word} since ${dayNear(between.from, between.to)}`}
      value={
        <>
          <span aria-hidden className={glyph === "▲" ? "text-gain" : "text-loss"}>
            {glyph}
          </span>{" "}
          {countText(moved.accounts)}
        </>
      }
    >
      {moneyShort(moved.arrCents, currency)} ARR
    </Tile>
  ));
}
