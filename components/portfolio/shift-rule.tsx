import { Card } from "@/components/ui/card";
import type { QuarterGreens, ShiftVerdict } from "@/lib/core/portfolio/shift";
import { countText } from "@/lib/format";
import { chanceWords, shareWords } from "./shift-words";

interface Props {
  greens: QuarterGreens;
  verdict: ShiftVerdict;
}

/** The rule of a structural shift with this quarter's figures in it: all three must hold. */
export function ShiftRule({ greens: { greens, fallen, risen, apart }, verdict }: Props) {
  const { share, netLoss, usual, base, chance } = verdict;
  const conditions = [
    {
      holds: verdict.isLarge,
      rule: "At least 10% of the greens of the quarter's start are no longer green",
      found: share === null ? "cannot be told" : `${countText(fallen)} of ${countText(greens)}, ${shareWords(share)}`,
    },
    {
      holds: verdict.isNet,
      rule: "The net loss of greens is at least half of that",
      found: `${countText(fallen)} fell, ${countText(risen)} rose: ${countText(netLoss)} net`,
    },
    {
      holds: verdict.isBeyondChance,
      rule: "So many are beyond chance (below 5%)",
      found:
        share === null
          ? "cannot be told"
          : `against ${shareWords(base)} (${usual.quarters > 0 ? `usual ${shareWords(usual.rate)} over ${usual.quarters} quarters, at least 5%` : "no earlier quarter; at least 5%"}), ${chanceWords(chance)} quarters would have so many`,
    },
  ];
  return (
    <Card title="The rule">
      <ul className="flex flex-col gap-2">
        {conditions.map(({ holds, rule, found }) => (
          <li key={rule} className="flex gap-2">
            <span className="w-16 shrink-0 font-semibold">{holds ? "holds" : "does not"}</span>
            <span>
              {rule}: <span className="text-muted-foreground">{found}.</span>
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-muted-foreground text-xs">
        Gone accounts count as fallen. Apart stand {countText(apart)}: re-scored by a new model, handed over, or without
        a score; and accounts in onboarding. Where more stand apart than can be compared, there is no alarm: a change of
        model alone never raises it.
      </p>
    </Card>
  );
}
