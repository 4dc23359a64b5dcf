import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { countText, moneyFull, moneyShort, shareText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { type Amount, accountsText, arrText } from "./amount-text";
import type { Total } from "./prepare-migration";
import { Tile } from "./tile";

interface Props {
  standing: { total: Amount; tones: readonly (Amount & { tone: number })[] };
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
export function BandTiles({ standing, currency, unit, query, start }: Props) {
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
