import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SettleForm } from "@/components/account/settle-form";
import { ContributionBars } from "@/components/charts/contribution-bars";
import { RESOLUTION_WORDS, RIGHT_WORDS, ROLE_WORDS, SIGN_WORDS } from "@/components/divergences/divergence-words";
import { peopleBars } from "@/components/divergences/people-bars";
import { SimilarCases } from "@/components/divergences/similar-cases";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { DivergeBadge } from "@/components/health/diverge-badge";
import { ScoreText } from "@/components/health/score-text";
import { CardReasons } from "@/components/scorecard/card-reasons";
import { PageHeader } from "@/components/shell/page-header";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { type Divergence, findDivergence } from "@/db/queries/divergences/find-divergence";
import { getCurrentRun } from "@/db/queries/get-current-run";
import { getDecomposition } from "@/db/queries/get-decomposition";
import { getSettings } from "@/db/queries/get-settings";
import { listDecisionsBefore } from "@/db/queries/validation/list-decisions-before";
import { may, settlePermission } from "@/lib/core/access";
import { type Day, daysBetween } from "@/lib/core/calendar";
import { whyRows } from "@/lib/core/health/why";
import { knownCases } from "@/lib/core/validation/judged";
import { similarCases } from "@/lib/core/validation/similar-cases";
import { dayText, durationText, moneyShort, monthText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { relationTo } from "@/lib/server/relation-to";
import { viewerContext } from "@/lib/server/viewer-context";

export const metadata: Metadata = { title: "Divergence" };

const HORIZON = 90;

/** One disagreement: both sides side by side, what came of the like, and who settles it. */
export default async function DivergencePage({ params }: PageProps<"/divergences/[id]">) {
  const ctx = await viewerContext();
  const id = Number.parseInt((await params).id, 10);
  const found = Number.isInteger(id) && id > 0 && id < 2 ** 31 ? await findDivergence(ctx, id) : null;
  if (!found) notFound();
  const [decomposition, past, relation, run, { currency }] = await Promise.all([
    getDecomposition(ctx, found.accountId),
    listDecisionsBefore(ctx, { horizon: HORIZON, version: null }),
    relationTo(ctx, found.accountId),
    getCurrentRun(ctx),
    getSettings(ctx),
  ]);
  const overlay = decomposition?.definition.overlay;
  const isOpen = found.settledOn === null && found.closedOn === null;
  const maySettle = isOpen && relation !== null && may(ctx.actor.roles, settlePermission(found), relation);
  const like = similarCases(knownCases(past), found, overlay?.divergenceMinGap ?? 15);
  return (
    <div className="flex flex-col gap-4">
      <nav aria-label="Breadcrumb" className="-mb-3 text-xs">
        <Link href={paths.divergences()} className="text-primary underline">
          Divergences
        </Link>
      </nav>
      <PageHeader title={<bdi>{found.name}</bdi>}>
        <DivergeBadge severe={found.severe}>{SIGN_WORDS[found.sign].name}</DivergeBadge>
        <Link href={paths.account(found.slug)} className={buttonClass()}>
          Open account
        </Link>
      </PageHeader>
      <section aria-label="Disagreement" className="rounded-card border border-diverge bg-diverge-subtle p-4">
        <h2 className="font-semibold text-base text-diverge-text">
          {SIGN_WORDS[found.sign].says}: {Math.floor(found.gap)} points apart
        </h2>
        <p className="mt-1 max-w-prose">
          {moneyShort(found.arrCents, currency)} ARR. {standing(found, ctx.today)}
        </p>
        {maySettle && <SettleForm divergenceId={found.id} />}
      </section>
      <div className="grid gap-4 lg:grid-cols-2">
        <Card title="Measured" aside={<Figure value={decomposition?.scored.exact ?? null} tone={found.scoreTone} />}>
          {decomposition ? (
            <ContributionBars
              rows={whyRows(decomposition.scored, decomposition.definition, {
                asOf: decomposition.asOf,
                feeds: run?.feeds ?? [],
                daysAsCustomer: null,
              }).map(({ key, name, reading, earned, possible, absent }) => ({
                ...{ key, name, value: reading, earned, possible },
                ...(absent ? { absent: reading } : {}),
              }))}
              caption="Points of the measured score"
            />
          ) : (
            <p className="text-muted-foreground">This account is not in the book today.</p>
          )}
        </Card>
        <Card title="People say" aside={<Figure value={found.qualitative} tone={found.peopleTone} />}>
          {overlay && (
            <ContributionBars rows={peopleBars(overlay.weights, found)} caption="Points of what people say" />
          )}
          <Notes found={found} />
        </Card>
      </div>
      <Card title="Accounts that disagreed like this">
        <SimilarCases {...like} horizon={HORIZON} />
      </Card>
    </div>
  );
}

function standing(found: Divergence, today: Day): string {
  const { settledOn, closedOn, openedOn, dueOn, resolution, note, whoWasRight, settledBy } = found;
  const verdict = whoWasRight ? ` ${RIGHT_WORDS[whoWasRight]}, as the customer then decided.` : "";
  if (settledOn && resolution)
    return `Settled ${dayText(settledOn)} by ${settledBy ?? "somebody"}: ${RESOLUTION_WORDS[resolution].toLowerCase()}. “${note}”${verdict}`;
  if (closedOn)
    return `Open from ${dayText(openedOn)} to ${dayText(closedOn)}, when numbers and people agreed again.${verdict}`;
  const who = found.owner ?? ROLE_WORDS[found.ownerRole];
  const late = dueOn < today ? `overdue for ${daysBetween(dueOn, today)} days` : `until ${dayText(dueOn)}`;
  return `Open since ${dayText(openedOn)} (${durationText(daysBetween(openedOn, today))}). ${who} settles it, ${late}.${verdict}`;
}

function Figure({ value, tone }: { value: number | null; tone: number }) {
  return (
    <span className="flex items-center gap-2">
      <ScoreText value={tone === 0 ? null : value} size="md" outOf /> <BandBadge tone={toneOfCode(tone)} />
    </span>
  );
}

function Notes({ found }: { found: Divergence }) {
  const notes = { champion: found.championNote, executive: found.executiveNote, outcome: found.outcomeNote };
  return (
    <div className="mt-3 border-t pt-2">
      <p className="mb-1 text-muted-foreground text-xs">
        {found.cardMonth
          ? `Scorecard of ${monthText(found.cardMonth)}, by ${found.cardAuthor ?? "an import"}`
          : "No scorecard"}
      </p>
      <CardReasons notes={notes} />
    </div>
  );
}
