import { Kbd } from "@/components/ui/kbd";
import { countText, moneyFull, moneyShort } from "@/lib/format";

export interface BookTotal {
  accounts: number;
  arrCents: number;
  withoutRate: number;
  isCapped: boolean;
}

interface Props {
  total: BookTotal;
  /** The first and last line in sight; absent where the list is grouped. */
  sight: readonly [first: number, last: number] | null;
  groups: number;
  currency: string;
}

/** What the whole filter holds, not the page: "1–24 of 121 · $14.2M ARR". */
export function BookFooter({ total, sight, groups, currency }: Props) {
  const of = `${countText(total.accounts)}${total.isCapped ? "+" : ""}`;
  return (
    <footer className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-muted-foreground text-xs">
      <span
        className="text-foreground text-sm"
        title={total.isCapped ? undefined : moneyFull(total.arrCents, currency)}
      >
        {sight
          ? `${countText(sight[0] + 1)}–${countText(Math.min(sight[1] + 1, total.isCapped ? Infinity : total.accounts))} of ${of}`
          : `${of} accounts in ${groups} groups`}
        {total.isCapped
          ? " · more than are added up: narrow the list for its ARR"
          : ` · ${moneyShort(total.arrCents, currency)} ARR`}
        {total.withoutRate > 0 && !total.isCapped && ` (${countText(total.withoutRate)} without a rate)`}
      </span>
      <span className="ml-auto max-md:hidden">
        <Kbd>j</Kbd> <Kbd>k</Kbd> move · <Kbd>Space</Kbd> reasons · <Kbd>x</Kbd> choose · <Kbd>Ctrl A</Kbd> all ·{" "}
        <Kbd>p</Kbd> plan · <Kbd>a</Kbd> owner · <Kbd>?</Kbd> all keys
      </span>
    </footer>
  );
}
