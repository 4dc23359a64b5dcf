import type { Metadata } from "next";
import { bookOf } from "@/app/(app)/portfolio/search-params";
import { ComparisonTable } from "@/components/effect/comparison-table";
import { DrawTable } from "@/components/effect/draw-table";
import { causeWords, drawnWords, playWords, shownWords } from "@/components/effect/effect-words";
import { HoldOutTable } from "@/components/effect/hold-out-table";
import { ShareTile } from "@/components/effect/share-tile";
import { StayTable } from "@/components/effect/stay-table";
import { ScopeBar } from "@/components/portfolio/scope-bar";
import { ExportMenu } from "@/components/shell/export-menu";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { findCurrentModel } from "@/db/queries/find-current-model";
import { getSettings } from "@/db/queries/get-settings";
import { listDraws } from "@/db/queries/list-draws";
import { listSegments } from "@/db/queries/list-segments";
import { listStays } from "@/db/queries/list-stays";
import { SELECTION_WARNING } from "@/lib/core/playbook/effect";
import { type EffectFigure, effectFigures } from "@/lib/core/playbook/effect-figures";
import { figurePlaces } from "@/lib/core/playbook/figure-places";
import { holdOutFigures, holdOutNumber, holdOutPlaces } from "@/lib/core/playbook/hold-out";
import { countText, dayText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { viewerContext } from "@/lib/server/viewer-context";
import { effectPeriod, loadEffectParams } from "./search-params";

export const metadata: Metadata = { title: "Effect of plans" };

const OWNERS = { me: "Me", team: "Team", all: "All" };

/** Whether plans come in time, and whether accounts that were worked did better than comparable ones that were not. */
export default async function EffectPage({ searchParams }: PageProps<"/plans/effect">) {
  const ctx = await viewerContext();
  const params = await loadEffectParams(searchParams);
  const book = bookOf(params.owner, ctx.actor.roles);
  const segment = params.segment ?? undefined;
  const period = effectPeriod(params, ctx.today);
  const [stays, model, { currency, goLiveOn, heldOutPlays }, segments, draws] = await Promise.all([
    listStays(ctx, { book, segment }, period),
    findCurrentModel(ctx),
    getSettings(ctx),
    listSegments(ctx),
    listDraws(ctx, { book, segment }),
  ]);
  const holdOuts = holdOutFigures(draws, ctx.today);
  const figures = effectFigures(stays, { today: ctx.today, bands: model?.definitions.default.bands ?? [] });
  const state = { owner: String(book), segment, ...(params.from || params.to ? period : {}) };
  const at = (show: string) => `${paths.effect({ ...state, show })}#accounts`;
  const number = params.show ? holdOutNumber(params.show) : null;
  const drawn = number && holdOutPlaces(holdOuts, number).flatMap((place) => draws[place] ?? []);
  const shown = params.show ? figurePlaces(figures, params.show).flatMap((place) => stays[place] ?? []) : null;
  const row = (name: string, figure: EffectFigure, key: string) => ({
    ...{ name, figure },
    ...{ treatedHref: at(`${key}.treated`), untreatedHref: at(`${key}.untreated`) },
  });
  return (
    <>
      <nav aria-label="Breadcrumb" className="mb-1 text-xs">
        <Link href={paths.plans()} className="text-primary underline">
          Plans
        </Link>
      </nav>
      <PageHeader title="Effect of plans">{stays.length > 0 && <ExportMenu list="effect" />}</PageHeader>
      <ScopeBar
        action={paths.effect()}
        book={String(book)}
        owners={Object.entries(OWNERS).map(([value, label]) => ({
          ...{ value, label },
          href: paths.effect({ ...state, owner: value }),
        }))}
        segment={params.segment}
        segments={segments}
        period={period}
        today={ctx.today}
        kept={{ owner: String(book), ...(params.show ? { show: params.show } : {}) }}
        submit="Show"
      />
      <p className="mb-4 max-w-prose text-muted-foreground">
        {countText(stays.length)} {stays.length === 1 ? "stay" : "stays"} below green began from {dayText(period.from)}{" "}
        to {dayText(period.to)}. A band counts once it has held for 3 days, and what a new model moved is left out;
        owners and segments are those of the day it began.
        {goLiveOn &&
          period.from < goLiveOn &&
          ` Before ${dayText(goLiveOn)} bands are replayed, most of them by the week.`}
      </p>
      {stays.length === 0 ? (
        <EmptyState
          kind="nothing_matches"
          title="No account fell below green here"
          action={
            <Link href={paths.effect({ owner: "all" })} className="text-primary underline">
              Show all accounts
            </Link>
          }
        />
      ) : (
        <div className="flex flex-col gap-4">
          <div className="grid gap-4 md:grid-cols-2">
            <ShareTile
              title="Yellows with a plan within 7 days"
              rule="Of stays in yellow that lasted longer than 7 days, or had their plan by then."
              figure={figures.yellows}
              hits={{ words: "with a plan", href: at("yellows.hits") }}
              misses={{ words: "without", href: at("yellows.misses") }}
            />
            <ShareTile
              title="Reds recovered 90 days later"
              rule="Green on day 90 with the measured score up 5 points or more, or renewed by then. Judged once 90 days are over."
              figure={figures.reds}
              hits={{ words: "recovered", href: at("reds.hits") }}
              misses={{ words: "not", href: at("reds.misses") }}
            />
          </div>
          <Card title="Worked against comparable accounts that were not">
            <p className="mb-3 max-w-prose">
              Worked: a plan by day 14. Each is paired with one account without a plan by then, of the same band, 30-day
              trend and segment, health within 5 points and ARR within a factor of 2. Both are asked on day 90: green
              and measured up 5 points, or renewed?
            </p>
            <p className="mb-3 max-w-prose font-medium">{SELECTION_WARNING}</p>
            <ComparisonTable label="All plans" head="Plans" rows={[row("All plans", figures.all, "all")]} />
            <Split title="By cause">
              {figures.causes.length > 0 && (
                <ComparisonTable
                  label="By cause"
                  head="Cause"
                  rows={figures.causes.map((figure) => row(causeWords(figure.key), figure, `cause:${figure.key}`))}
                />
              )}
            </Split>
            <Split title="By play">
              {figures.plays.length > 0 && (
                <ComparisonTable
                  label="By play"
                  head="Play"
                  rows={figures.plays.map((figure) => row(playWords(figure.key), figure, `play:${figure.key}`))}
                />
              )}
            </Split>
          </Card>
          <Card title="Plays that hold out a random half">
            <p className="mb-3 max-w-prose">
              Here chance decided who got the play, so the difference may be called its effect. Each account counts from
              the day the play was chosen for it, and is asked on day 90: green and measured up 5 points, or renewed?
              Whatever was done later, it stays on its side. All days count, whatever the period above.
            </p>
            {holdOuts.length > 0 ? (
              <HoldOutTable rows={holdOuts} at={at} />
            ) : (
              <p className="text-muted-foreground">
                No account of this book was drawn yet.{" "}
                {heldOutPlays.length > 0
                  ? `${heldOutPlays.map(playWords).join(", ")} hold out a half from the next plan on.`
                  : "An administrator chooses the plays that hold out a half:"}{" "}
                <Link href={paths.playbooks()} className="text-primary underline">
                  Play library
                </Link>
              </p>
            )}
          </Card>
          {number && drawn && (
            <Card id="accounts" title={`${drawnWords(number)} · ${countText(drawn.length)}`}>
              <DrawTable label={drawnWords(number)} today={ctx.today} draws={drawn} />
            </Card>
          )}
          {params.show && shown && !drawn && (
            <Card id="accounts" title={`${shownWords(params.show)} · ${countText(shown.length)}`}>
              {shown.length > 0 ? (
                <StayTable label={shownWords(params.show)} stays={shown} currency={currency} today={ctx.today} />
              ) : (
                <p className="text-muted-foreground">No account is behind this number in this period.</p>
              )}
            </Card>
          )}
        </div>
      )}
    </>
  );
}

function Split({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="mt-4">
      <h3 className="mb-1 font-semibold">{title}</h3>
      {children || <p className="text-muted-foreground">No compared plan names one yet.</p>}
    </section>
  );
}
