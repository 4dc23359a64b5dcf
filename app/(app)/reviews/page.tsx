import { CalendarDays } from "lucide-react";
import type { Metadata } from "next";
import { AgendaFilters } from "@/components/reviews/agenda-filters";
import { AgendaList } from "@/components/reviews/agenda-list";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { WorkProvider } from "@/components/work/work-provider";
import { getCurrentRun } from "@/db/queries/get-current-run";
import { getSettings } from "@/db/queries/get-settings";
import { listModelMeasures } from "@/db/queries/list-model-measures";
import { listOwners } from "@/db/queries/list-owners";
import { type AgendaRow, listAgenda, listHeldReviews, MOST_LINES } from "@/db/queries/work/list-agenda";
import { may } from "@/lib/core/access";
import { addDays, isDay } from "@/lib/core/calendar";
import { weekOf, weeksOf, weeksPage } from "@/lib/core/playbook/agenda";
import { paths } from "@/lib/paths";
import { viewerContext } from "@/lib/server/viewer-context";
import { loadReviewsParams, type ReviewsParams, reviewsQuery } from "./search-params";

export const metadata: Metadata = { title: "Reviews" };

/** How many days an agenda shows: five weeks. */
const SHOWN_DAYS = 35;
/** How many lines one page holds. */
const LINES = 100;

/** What is to be held or decided, week by week, what is late first; and what was held. */
export default async function ReviewsPage({ searchParams }: PageProps<"/reviews">) {
  const ctx = await viewerContext();
  const { roles } = ctx.actor;
  const params = await loadReviewsParams(searchParams);
  const isHeld = params.show === "held";
  const thisWeek = weekOf(ctx.today);
  const usual = isHeld ? addDays(thisWeek, 7 - SHOWN_DAYS) : thisWeek;
  const from = params.from && isDay(params.from) ? weekOf(params.from) : usual;
  const book =
    params.owner ?? (roles.includes("csm") || roles.includes("am") ? "me" : roles.includes("manager") ? "team" : "all");
  const until = addDays(from, SHOWN_DAYS - 1);
  const [run, { currency }, found, owners, measures] = await Promise.all([
    getCurrentRun(ctx),
    getSettings(ctx),
    isHeld
      ? listHeldReviews(ctx, { book, from, until })
      : listAgenda(ctx, { book, from: from <= thisWeek ? null : from, until }),
    listOwners(ctx),
    listModelMeasures(ctx),
  ]);
  const rows = params.kind ? found.filter(({ what }) => what === params.kind) : found;
  const late = isHeld ? 0 : rows.filter(({ on }) => on < ctx.today).length;
  const hrefOf = (change: Partial<ReviewsParams>) => `/reviews${reviewsQuery({ ...params, line: 0, ...change })}`;
  const line = Math.max(0, Math.min(params.line, rows.length - 1));
  const workable = (row: AgendaRow) => ({
    ...row,
    mayWork: may(roles, row.what === "loss" ? "outcome:record" : "work:write", row),
  });
  return (
    <>
      <PageHeader title={titleOf(countOf(rows.length), countOf(late), isHeld)} run={run}>
        <ButtonLink href={`${paths.ownAccount()}#calendar`}>
          <CalendarDays aria-hidden className="size-4" />
          In your calendar
        </ButtonLink>
      </PageHeader>
      <AgendaFilters
        book={book}
        show={params.show}
        kind={params.kind}
        kinds={[...new Set(found.map(({ what }) => what))]}
        earlier={hrefOf({ from: addDays(from, -SHOWN_DAYS) })}
        later={hrefOf({ from: addDays(from, SHOWN_DAYS) })}
        isUsual={from === usual}
        hrefOf={(change) => hrefOf({ from: null, ...change })}
      />
      {rows.length === 0 ? (
        <Nothing isHeld={isHeld} isFiltered={params.kind !== null} clear={hrefOf({ kind: null })} />
      ) : (
        <WorkProvider roles={ctx.actor.roles} today={ctx.today} owners={owners} measures={measures} currency={currency}>
          <AgendaList
            key={line}
            weeks={weeksPage(weeksOf(rows.map(workable), ctx.today), line, LINES)}
            today={ctx.today}
            first={line > 0 ? hrefOf({}) : null}
            next={line + LINES < rows.length ? hrefOf({ line: line + LINES }) : null}
            left={rows.length - line - LINES}
          />
        </WorkProvider>
      )}
    </>
  );
}

function titleOf(count: string, late: string, isHeld: boolean): string {
  if (isHeld) return count === "1" ? "1 review held" : `${count} reviews held`;
  return `${count} to hold${late === "0" ? "" : ` · ${late} late`}`;
}

/** More than are read at once are not counted. */
function countOf(lines: number): string {
  return lines < MOST_LINES ? String(lines) : `${MOST_LINES} or more`;
}

function Nothing({ isHeld, isFiltered, clear }: { isHeld: boolean; isFiltered: boolean; clear: string }) {
  if (isFiltered)
    return (
      <EmptyState
        kind="nothing_matches"
        title="Nothing of this kind in these weeks"
        action={
          <Link href={clear} className="text-primary underline">
            All kinds
          </Link>
        }
      />
    );
  return (
    <EmptyState kind="all_done" title={isHeld ? "No review was held in these weeks" : "Nothing is due in these weeks"}>
      Reviews come from what each band obliges to; plan another from an account's page with the key l.
    </EmptyState>
  );
}
