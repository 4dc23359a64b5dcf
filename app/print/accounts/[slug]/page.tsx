import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { PrintHeader, PrintPeople, PrintWhy } from "@/components/account/print-facts";
import { PrintTrend } from "@/components/account/print-trend";
import { PrintWork } from "@/components/account/print-work";
import { PrintButton } from "@/components/brief/print-button";
import { Link } from "@/components/ui/link";
import { findAccount } from "@/db/queries/find-account";
import { findCurrentModel } from "@/db/queries/find-current-model";
import { findPeek } from "@/db/queries/find-peek";
import { getAccountWork } from "@/db/queries/get-account-work";
import { getSettings } from "@/db/queries/get-settings";
import { listHealthHistory } from "@/db/queries/list-health-history";
import { listMarkers } from "@/db/queries/list-markers";
import { listScorecardHistory } from "@/db/queries/list-scorecard-history";
import { addMonths } from "@/lib/core/calendar";
import { definitionFor } from "@/lib/core/health/model";
import { dayText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { viewerContext } from "@/lib/server/viewer-context";

const MONTHS = 24;

export async function generateMetadata({ params }: PageProps<"/print/accounts/[slug]">): Promise<Metadata> {
  const ctx = await viewerContext();
  const account = await findAccount(ctx, (await params).slug);
  return { title: account?.name ?? "No such account" };
}

/** One account on one sheet of A4: how it stands, why, since when, what people say, and what is being done. */
export default async function PrintAccountPage({ params }: PageProps<"/print/accounts/[slug]">) {
  const ctx = await viewerContext();
  const { slug } = await params;
  const peek = await findPeek(ctx, slug);
  if (!peek) notFound();
  const { account, why } = peek;
  const span = { from: addMonths(ctx.today, -MONTHS), to: ctx.today };
  const [settings, model, history, markers, cards, work] = await Promise.all([
    getSettings(ctx),
    findCurrentModel(ctx),
    listHealthHistory(ctx, account.accountId, span),
    listMarkers(ctx, account.accountId, span),
    listScorecardHistory(ctx, account.accountId),
    getAccountWork(ctx, account.accountId),
  ]);
  const bands = model ? definitionFor(model, account.segment, false).bands : [];
  return (
    <main id="content" className="mx-auto flex w-full max-w-[680px] flex-col gap-3 p-6 text-xs print:p-0">
      <p className="flex items-center gap-3 print:hidden">
        <PrintButton />
        <Link href={paths.account(slug)} className="text-primary underline">
          Back to the account
        </Link>
      </p>
      <PrintHeader account={account} currency={settings.currency} today={ctx.today} />
      <Part title="Why">
        <PrintWhy rows={why} />
      </Part>
      <Part title={`Health over ${MONTHS} months`}>
        <PrintTrend
          history={history}
          bands={bands.map(({ key, name, tone, from }) => ({ name: name ?? key, tone, from }))}
          markers={markers}
        />
      </Part>
      <Part title="People say">
        <PrintPeople card={cards[0]} />
      </Part>
      <Part title="Plan, clocks and reviews">
        <PrintWork today={ctx.today} work={work} />
      </Part>
      <footer className="text-muted-foreground">
        {settings.name}, {dayText(ctx.today)}
      </footer>
    </main>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="break-inside-avoid">
      <h2 className="mb-1 font-semibold text-sm">{title}</h2>
      {children}
    </section>
  );
}
