import type { Day } from "@/lib/core/calendar";
import { dayText, moneyShort } from "@/lib/format";
import { arrBridge, type Move } from "./prepare-migration";

interface Props {
  moves: readonly Move[];
  between: { from: Day; to: Day };
  currency: string;
}

/** How the ARR of the first day became that of the second, in one line. */
export function ArrBridge({ moves, between, currency }: Props) {
  const { startCents, leftCents, joinedCents, changedCents, endCents } = arrBridge(moves);
  const money = (cents: number) => moneyShort(cents, currency);
  const changed = changedCents < 0 ? `− ${money(-changedCents)}` : `+ ${money(changedCents)}`;
  return (
    <p className="mt-3 text-muted-foreground text-xs">
      ARR {money(startCents)} on {dayText(between.from)} − {money(leftCents)} left + {money(joinedCents)} joined{" "}
      {changed} changed contracts = {money(endCents)} on {dayText(between.to)}. Cells show the ARR of the second day; of
      accounts that left, that of the first.
    </p>
  );
}
