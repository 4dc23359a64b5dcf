import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { Day } from "@/lib/core/calendar";
import { CALL_WORDS, type Call } from "@/lib/core/forecast/calls";
import type { WeekChange } from "@/lib/core/forecast/week-change";
import { countText, dayText, moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";

interface Row {
  accountId: number;
  slug: string;
  name: string;
  arrCents: number | null;
  call: Call | null;
  callThen: Call | null;
}
interface Props {
  week: WeekChange;
  rows: readonly Row[];
  since: Day;
  currency: string;
}
const MOST = 10;

/** What a week changed in money: health, by the same chances; and what people said anew. */
export function WeekSection({ week, rows, since, currency }: Props) {
  const byId = new Map(rows.map((row) => [row.accountId, row]));
  const money = (cents: number) => `${cents < 0 ? "−" : "+"}${moneyShort(Math.abs(cents), currency)}`;
  const called = rows.filter(({ call, callThen }) => call !== null && call !== callThen);
  return (
    <Card title="Since last week">
      {week.n === 0 ? (
        <p>No renewal has both a chance now and health a week ago ({dayText(since)}).</p>
      ) : (
        <p>
          Expected ARR <strong className="font-semibold">{money(week.changeCents)}</strong> since {dayText(since)}:{" "}
          {moneyShort(week.thenCents, currency)} → {moneyShort(week.nowCents, currency)}, over {countText(week.n)}{" "}
          renewals with health on both days. Today's ARR and the same chances on both days: what changed is health.
          {week.withoutThen > 0 && ` ${countText(week.withoutThen)} had none a week ago and are left out.`}
        </p>
      )}
      {week.movers.length > 0 && (
        <ul className="mt-3 grid grid-cols-1 gap-x-6 sm:grid-cols-2">
          {week.movers.slice(0, MOST).map(({ accountId, changeCents }) => (
            <li key={accountId} className="flex min-h-8 items-center justify-between gap-3 border-b">
              <Link href={paths.account(byId.get(accountId)?.slug ?? "")} className="min-w-0 truncate hover:underline">
                <bdi>{byId.get(accountId)?.name}</bdi>
              </Link>
              <span className="tabular-nums">{money(changeCents)}</span>
            </li>
          ))}
        </ul>
      )}
      {week.movers.length > MOST && (
        <p className="mt-2 text-muted-foreground text-xs">
          The {MOST} that moved most of {countText(week.movers.length)}; all are in the export.
        </p>
      )}
      <h3 className="mt-4 mb-1 font-medium">Calls changed</h3>
      {called.length === 0 ? (
        <p className="text-muted-foreground">No call was made or changed since {dayText(since)}.</p>
      ) : (
        <ul>
          {called.map((row) => (
            <li key={row.accountId} className="min-h-6">
              <Link href={paths.account(row.slug)} className="hover:underline">
                <bdi>{row.name}</bdi>
              </Link>
              : {row.callThen ? CALL_WORDS[row.callThen] : "not called"} → {row.call && CALL_WORDS[row.call]},{" "}
              {moneyShort(row.arrCents, currency)}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
