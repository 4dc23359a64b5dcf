import { Link } from "@/components/ui/link";
import type { Day } from "@/lib/core/calendar";
import { NEAR_DAYS } from "@/lib/core/portfolio/slice-sums";
import { countText, dayNear, dayText, moneyFull, moneyShort, percentText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { type Amount, accountsText } from "./amount-text";
import type { Direction } from "./prepare-migration";
import { Tile } from "./tile";

type Recovered = { reds: number; green: number; greenArrCents: number };
interface Props {
  standing: { atRisk: Amount; renewingNotGreen: Amount };
  /** The same at the period's start; null where nothing was scored then. */
  before: { day: Day; atRisk: Amount | null; renewingNotGreen: Amount } | null;
  down: Direction;
  up: Direction;
  between: { from: Day; to: Day } | null;
  recovery: Recovered & { from: Day | null; to: Day | null };
  recoveryBefore: Recovered | null;
  today: Day;
  currency: string;
  query: Readonly<Record<string, string>>;
}

/** What is at risk, what renews soon without being green, who moved, and which reds recovered; each opens its accounts. */
export function HeadlineTiles(props: Props) {
  const { standing, before, down, up, between, today, currency, query } = props;
  const was = (amount: Amount | null | undefined) =>
    amount && before ? ` · was ${moneyShort(amount.arrCents, currency)} on ${dayNear(before.day, today)}` : "";
  const { atRisk, renewingNotGreen: near } = standing;
  return (
    <>
      <Tile
        href={paths.portfolioAccounts({ ...query, risk: "1" })}
        label="ARR at risk: red or hidden risk"
        value={moneyShort(atRisk.arrCents, currency)}
        title={moneyFull(atRisk.arrCents, currency)}
      >
        {amountWords(atRisk)}
        {was(before?.atRisk)}
      </Tile>
      <Tile
        href={paths.portfolioAccounts({ ...query, band: "none,red,yellow", renews: `..${NEAR_DAYS}d` })}
        label={`Decide by ≤ ${NEAR_DAYS} d, not green`}
        value={moneyShort(near.arrCents, currency)}
        title={moneyFull(near.arrCents, currency)}
      >
        {amountWords(near)}
        {was(before?.renewingNotGreen)}
      </Tile>
      {between && <MovedTile {...{ down, up, between, currency, query }} />}
      <RecoveredTile {...props} />
    </>
  );
}

function amountWords({ accounts, withoutRate }: Amount): string {
  return `${accountsText(accounts)}${withoutRate > 0 ? `, ${countText(withoutRate)} without a rate` : ""}`;
}

/** How many moved down and up between the two days, by the same model. */
export function MovedTile({
  down,
  up,
  between,
  currency,
  query,
}: Pick<Props, "down" | "up" | "currency" | "query"> & { between: { from: Day; to: Day } }) {
  const net = up.accounts - down.accounts;
  const sides = [
    { word: "down", glyph: "▼", look: "text-loss", moved: down, empty: "green.red" },
    { word: "up", glyph: "▲", look: "text-gain", moved: up, empty: "red.green" },
  ];
  return (
    <div className="flex flex-col rounded-card border bg-card p-3">
      <span className="text-muted-foreground text-xs">Moved since {dayNear(between.from, between.to)}</span>
      <span className="flex gap-4 font-semibold text-xl">
        {sides.map(({ word, glyph, look, moved, empty }) => (
          <Link
            key={word}
            href={paths.portfolioAccounts({
              ...query,
              moved: moved.pairs || empty,
              between: `${between.from}..${between.to}`,
              model: "same",
            })}
            aria-label={`${accountsText(moved.accounts)} moved ${word}`}
            title={`${accountsText(moved.accounts)}, ${moneyFull(moved.arrCents, currency)}, moved ${word}`}
            className="whitespace-nowrap hover:underline"
          >
            <span aria-hidden className={look}>
              {glyph}
            </span>{" "}
            {countText(moved.accounts)}
          </Link>
        ))}
      </span>
      <span className="text-muted-foreground text-xs">
        Net {net < 0 ? "−" : net > 0 ? "+" : "±"}
        {countText(Math.abs(net))} accounts · {moneyShort(down.arrCents, currency)} down,{" "}
        {moneyShort(up.arrCents, currency)} up
      </span>
    </div>
  );
}

function RecoveredTile({ recovery, recoveryBefore, before, today, currency, query }: Props) {
  const { from, to, reds, green, greenArrCents } = recovery;
  if (!from || !to || from >= to) return null;
  const earlier = recoveryBefore && before && recoveryBefore.reds > 0;
  return (
    <Tile
      href={paths.portfolioAccounts({ ...query, moved: "red.green", between: `${from}..${to}`, model: "same" })}
      label={`Red recovered to green ≤ ${NEAR_DAYS} d`}
      value={shareOf(recovery)}
      title={`${countText(green)} of the ${countText(reds)} that were red on ${dayText(from)}, ${moneyFull(greenArrCents, currency)}`}
    >
      {reds === 0 ? "No account was red" : `${countText(green)} of ${countText(reds)} reds`} on {dayNear(from, to)}
      {earlier && ` · was ${shareOf(recoveryBefore)} on ${dayNear(before.day, today)}`}
    </Tile>
  );
}

/** A share with twenty reds or more, else the counts. */
function shareOf({ reds, green }: Recovered): string {
  return reds >= 20 ? percentText(green / reds) : `${countText(green)} of ${countText(reds)}`;
}
