import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { CALL_WORDS, CALLS, type Call } from "@/lib/core/forecast/calls";
import type { MonthAhead } from "@/lib/core/forecast/forecast";
import { countText, moneyShort, monthText } from "@/lib/format";
import { moneyRange } from "./forecast-words";

interface Props {
  months: readonly MonthAhead[];
  whole: MonthAhead;
  /** The month whose renewals are listed. */
  current: string;
  currency: string;
  /** Of a month (or "all"), the address that lists its renewals, or those that people called so. */
  hrefOf: (month: string, call: Call | "none" | null) => string;
}

/** Twelve months of decide-by dates: what is at stake, what is expected of it, and what people say. */
export function MonthsTable({ months, whole, current, currency, hrefOf }: Props) {
  const most = Math.max(1, ...months.map(({ arrCents }) => arrCents));
  const money = (cents: number) => (cents === 0 ? "·" : moneyShort(cents, currency));
  return (
    <Table label="Renewals by month of the decide-by date">
      <thead>
        <tr>
          <Th>Decide by</Th>
          <Th numeric>Renewals</Th>
          <Th numeric>ARR</Th>
          <Th numeric>Expected (90% interval)</Th>
          <Th className="w-40 min-w-14">
            <span className="sr-only">Bar: expected of ARR</span>
          </Th>
          {CALLS.map((call) => (
            <Th key={call} numeric>
              {CALL_WORDS[call]}
            </Th>
          ))}
          <Th numeric>Not called</Th>
        </tr>
      </thead>
      <tbody>
        {months.map((month) => (
          <tr key={month.month} className={cx(month.month === current && "bg-muted")}>
            <th scope="row" className="border-b px-2 text-left font-normal whitespace-nowrap">
              {monthText(month.month)}
            </th>
            <Td numeric>
              {month.n === 0 ? (
                "·"
              ) : (
                <Link
                  href={hrefOf(month.month, null)}
                  scroll={false}
                  aria-current={month.month === current ? "true" : undefined}
                  className="text-primary underline"
                  aria-label={`${countText(month.n)} renewals of ${monthText(month.month)}`}
                >
                  {countText(month.n)}
                </Link>
              )}
            </Td>
            <Td numeric>{money(month.arrCents)}</Td>
            <Td numeric className="whitespace-nowrap">
              {month.money ? moneyRange(month.money, currency) : "·"}
            </Td>
            <Td>
              <Bar month={month} most={most} />
            </Td>
            {[...CALLS, "none" as const].map((call) => (
              <Td key={call} numeric>
                <CalledSum
                  {...month.called[call]}
                  href={hrefOf(month.month, call)}
                  words={`${callWords(call)} of ${monthText(month.month)}`}
                  text={money(month.called[call].arrCents)}
                />
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="font-medium">
          <th scope="row" className="h-9 border-b px-2 text-left whitespace-nowrap">
            Twelve months
          </th>
          <Td numeric>{countText(whole.n)}</Td>
          <Td numeric>{money(whole.arrCents)}</Td>
          <Td numeric className="whitespace-nowrap">
            {whole.money ? moneyRange(whole.money, currency) : "·"}
          </Td>
          <Td />
          {[...CALLS, "none" as const].map((call) => (
            <Td key={call} numeric>
              <CalledSum
                {...whole.called[call]}
                href={hrefOf("all", call)}
                words={`${callWords(call)} of twelve months`}
                text={money(whole.called[call].arrCents)}
              />
            </Td>
          ))}
        </tr>
      </tfoot>
    </Table>
  );
}

/** A sum of what people said, which opens the renewals behind it. */
function CalledSum({ n, href, words, text }: { n: number; href: string; words: string; text: string }) {
  if (n === 0) return "·";
  return (
    <Link
      href={href}
      scroll={false}
      className="inline-flex min-h-6 items-center hover:underline"
      aria-label={`${text}, ${countText(n)} ${n === 1 ? "renewal" : "renewals"}: ${words}`}
      title={`${countText(n)} ${n === 1 ? "renewal" : "renewals"}`}
    >
      {text}
    </Link>
  );
}

function callWords(call: Call | "none"): string {
  return call === "none" ? "Not called" : CALL_WORDS[call];
}

/** ARR as a frame, what is expected of it filled, its interval as a line; the numbers stand beside it. */
function Bar({ month: { arrCents, money }, most }: { month: MonthAhead; most: number }) {
  const width = (cents: number) => `${(cents / most) * 100}%`;
  return (
    <div aria-hidden className="relative h-4 w-full">
      <div className="absolute inset-y-0 left-0 rounded-badge border border-input" style={{ width: width(arrCents) }} />
      {money && (
        <>
          <div
            className="absolute inset-y-0 left-0 rounded-badge bg-heat-2"
            style={{ width: width(money.expectedCents) }}
          />
          <div
            className="absolute top-1/2 h-0.5 bg-foreground"
            style={{ left: width(money.lowCents), width: width(money.highCents - money.lowCents) }}
          />
        </>
      )}
    </div>
  );
}
