import type { Metadata } from "next";
import { createLoader, parseAsString } from "nuqs/server";
import { loadView } from "@/app/(app)/portfolio/load-view";
import { BookChangeSection, partKey } from "@/components/portfolio/book-change-section";
import { bookPartWords } from "@/components/portfolio/book-part-words";
import { ScopeBar } from "@/components/portfolio/scope-bar";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { listSegments } from "@/db/queries/list-segments";
import { getBookChange } from "@/db/queries/portfolio/get-book-change";
import { listAccountNames } from "@/db/queries/portfolio/list-account-names";
import { countText, dayText } from "@/lib/format";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "What moved the average" };

const loadPart = createLoader({ part: parseAsString });
const MOST_ACCOUNTS = 50;

/** What moved the average health between two days, every part of it, and the accounts that each part moved most. */
export default async function BookTrendPage({ searchParams }: PageProps<"/portfolio/trend">) {
  const { ctx, params, run, view } = await loadView(searchParams, paths.bookTrend);
  const { part } = await loadPart(searchParams);
  const segments = await listSegments(ctx);
  const { scope, period, query } = view;
  const answer = await getBookChange(ctx, scope, period.from, period.to);
  const found = answer === "too_many" ? null : answer;
  const parts = found?.change.parts ?? [];
  const chosen =
    parts.find((one) => partKey(one) === part) ??
    parts.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))[0] ??
    null;
  const accounts = chosen?.accounts.slice(0, MOST_ACCOUNTS) ?? [];
  const names = await listAccountNames(
    ctx,
    accounts.map(({ accountId }) => accountId),
  );
  return (
    <>
      <nav aria-label="Breadcrumb" className="mb-1 text-xs">
        <Link href={paths.portfolio({ ...query, ...period })} className="text-primary underline">
          Portfolio
        </Link>
      </nav>
      <PageHeader title={`What moved the average, ${dayText(period.from)} → ${dayText(period.to)}`} run={run} />
      <ScopeBar
        action={paths.bookTrend()}
        book={String(scope.book)}
        owners={view.owners}
        segment={params.segment}
        segments={segments}
        period={period}
        today={ctx.today}
        kept={view.kept}
      />
      {found ? (
        <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
          <BookChangeSection
            between={{ from: found.from, to: found.to }}
            change={found.change}
            query={query}
            most={40}
            shown={chosen && partKey(chosen)}
          />
          <Card id="accounts" title={chosen ? bookPartWords(chosen) : "Accounts behind a bar"}>
            {chosen ? (
              <>
                <Table label="Accounts by what they add">
                  <thead>
                    <tr>
                      <Th>Account</Th>
                      <Th numeric>Points of the average</Th>
                    </tr>
                  </thead>
                  <tbody>
                    {accounts.map(({ accountId, points }) => {
                      const account = names.get(accountId);
                      return (
                        <tr key={accountId}>
                          <Td>
                            {account && (
                              <Link href={paths.account(account.slug)} className="text-primary underline">
                                <bdi>{account.name}</bdi>
                              </Link>
                            )}
                          </Td>
                          <Td numeric>{signedHundredths(points)}</Td>
                        </tr>
                      );
                    })}
                  </tbody>
                </Table>
                {chosen.accounts.length > accounts.length && (
                  <p className="mt-2 text-muted-foreground text-xs">
                    The {countText(accounts.length)} that moved it most, of {countText(chosen.accounts.length)}.
                  </p>
                )}
              </>
            ) : (
              <p className="text-muted-foreground">Choose a bar to see the accounts that it moved most.</p>
            )}
          </Card>
        </div>
      ) : (
        <EmptyState
          kind="not_enough_history"
          title={answer === "too_many" ? "Too many accounts to explain at once" : "Nothing to compare yet"}
        >
          {answer === "too_many"
            ? "Choose a segment, a team or one book: up to 5,000 accounts are explained."
            : "It needs two scored days, and an account with a score on both."}
        </EmptyState>
      )}
    </>
  );
}

function signedHundredths(points: number): string {
  return `${points < 0 ? "−" : "+"}${Math.abs(points).toFixed(2)}`;
}
