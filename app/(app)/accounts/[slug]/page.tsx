import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { AccountHeader } from "@/components/account/account-header";
import { ActivitySection } from "@/components/account/activity-section";
import { CorrectSignal } from "@/components/account/correct-signal";
import { DisagreementStrip } from "@/components/account/disagreement-strip";
import { FamilyCard } from "@/components/account/family-card";
import { RenewalChanceAwaited } from "@/components/account/renewal-chance";
import { SignalCharts } from "@/components/account/signal-charts";
import { WorkSection } from "@/components/account/work-section";
import { AccountLinks } from "@/components/brief/account-links";
import { OpenPlaybookCard } from "@/components/playbook/open-playbook-card";
import { Card } from "@/components/ui/card";
import { WorkProvider } from "@/components/work/work-provider";
import { findAccount } from "@/db/queries/find-account";
import { findOpenDivergence } from "@/db/queries/find-open-divergence";
import { getAccountWork } from "@/db/queries/get-account-work";
import { getCurrentRun } from "@/db/queries/get-current-run";
import { getDecomposition } from "@/db/queries/get-decomposition";
import { getSettings } from "@/db/queries/get-settings";
import { listChildren } from "@/db/queries/list-children";
import { listCorrectableTables } from "@/db/queries/list-correctable-tables";
import { listModelMeasures } from "@/db/queries/list-model-measures";
import { listOwners } from "@/db/queries/list-owners";
import { listSignalSeries } from "@/db/queries/list-signal-series";
import { findOpenPlaybook } from "@/db/queries/playbooks/find-open-playbook";
import { findPlanDraft } from "@/db/queries/work/find-plan-draft";
import { may, type Relation, settlePermission } from "@/lib/core/access";
import { relationTo } from "@/lib/server/relation-to";
import { viewerContext } from "@/lib/server/viewer-context";
import { CasesCard } from "./cases-card";
import { ChanceFact } from "./chance-fact";
import { PeopleCard } from "./people-card";
import { owedText, seriesOf } from "./prepare";
import { loadAccountParams, spanOf } from "./search-params";
import { TrendCard } from "./trend-card";
import { WhySection } from "./why-section";

export async function generateMetadata({ params }: PageProps<"/accounts/[slug]">): Promise<Metadata> {
  const ctx = await viewerContext();
  const account = await findAccount(ctx, (await params).slug);
  return { title: account?.name ?? "No such account" };
}

const NOBODY: Relation = { own: false, team: false };

/** One account, down to its raw signals. */
export default async function AccountPage({ params, searchParams }: PageProps<"/accounts/[slug]">) {
  const ctx = await viewerContext();
  const { slug } = await params;
  const { since, asof, version, from, to } = await loadAccountParams(searchParams);
  const account = await findAccount(ctx, slug);
  if (!account) notFound();
  const { accountId, now } = account;
  const [
    workspace,
    run,
    decomposition,
    divergence,
    signals,
    relation,
    work,
    owners,
    children,
    measures,
    { playbook, suggested },
  ] = await Promise.all([
    getSettings(ctx),
    getCurrentRun(ctx),
    getDecomposition(ctx, accountId),
    findOpenDivergence(ctx, accountId),
    listSignalSeries(ctx, accountId),
    relationTo(ctx, accountId),
    getAccountWork(ctx, accountId),
    listOwners(ctx),
    listChildren(ctx, accountId),
    listModelMeasures(ctx),
    findPlanDraft(ctx, slug).then(async (draft) => {
      const suggested = draft?.suggestion?.cause ?? null;
      return { suggested, playbook: await findOpenPlaybook(ctx, accountId, suggested) };
    }),
  ]);
  const correctable = may(ctx.actor.roles, "import:run", relation ?? NOBODY) ? await listCorrectableTables(ctx) : null;
  const maySettle = (owned: { severe: boolean; ownerRole: string }, to: Relation) =>
    may(ctx.actor.roles, settlePermission(owned), to);
  const mayWork = relation !== null && may(ctx.actor.roles, "work:write", relation);
  const target = { accountId, slug, name: account.name, tone: now?.tone ?? 0, ...(relation ?? NOBODY) };
  const bands = decomposition?.definition.bands ?? [];
  const disagreement = decomposition?.health.divergence ?? null;
  return (
    <div className="flex flex-col gap-6">
      <AccountHeader
        account={account}
        currency={workspace.currency}
        today={ctx.today}
        chance={
          now?.decideBy && (
            <Suspense fallback={<RenewalChanceAwaited />}>
              <ChanceFact ctx={ctx} now={now} />
            </Suspense>
          )
        }
      />
      <AccountLinks slug={slug} />
      {now && disagreement && (
        <DisagreementStrip
          sign={disagreement.sign}
          gap={disagreement.gap}
          severe={disagreement.severe}
          score={now.score}
          scoreTone={now.scoreTone}
          qualitative={now.qualitative}
          peopleTone={now.peopleTone}
          answers={{ champion: now.champion, executive: now.executive, outcome: now.outcome }}
          owed={divergence && owedText(divergence, ctx.today)}
          settles={
            divergence && !divergence.settledOn && relation && maySettle(divergence, relation) ? divergence.id : null
          }
          asks={
            divergence && mayWork && account.am && account.am !== ctx.actor.name ? { target, whom: account.am } : null
          }
        />
      )}
      <WhySection
        ctx={ctx}
        account={account}
        decomposition={decomposition}
        feeds={run?.feeds ?? []}
        since={since}
        then={asof && asof < ctx.today ? { asOf: asof, version: version ?? undefined } : null}
        shown={{ from, to }}
      />
      <TrendCard ctx={ctx} account={account} bands={bands} since={since} span={spanOf({ from, to }, ctx.today)} />
      <PeopleCard ctx={ctx} accountId={accountId} />
      <Card id="plan" title="Playbook, plan and reviews">
        <WorkProvider
          roles={ctx.actor.roles}
          today={ctx.today}
          owners={owners}
          measures={measures}
          currency={workspace.currency}
        >
          {playbook && (
            <div className="mb-4">
              <OpenPlaybookCard
                playbook={playbook}
                today={ctx.today}
                health={now && now.tone > 0 ? now.health : null}
                suggested={suggested}
              />
            </div>
          )}
          <WorkSection target={target} today={ctx.today} currency={workspace.currency} work={work} />
        </WorkProvider>
      </Card>
      <CasesCard ctx={ctx} account={account} relation={relation} currency={workspace.currency} />
      <FamilyCard parent={account.parent} rows={children} currency={workspace.currency} />
      <Card
        id="signals"
        title="Raw signals"
        aside={correctable && <CorrectSignal accountId={accountId} tables={correctable} />}
      >
        <SignalCharts series={seriesOf(signals)} weekEnds={signals.map(({ weekEnd }) => weekEnd)} />
      </Card>
      <Card id="activity" title="Notes and changes">
        <ActivitySection notes={work.notes} activity={work.activity} />
      </Card>
    </div>
  );
}
