import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { changeRows } from "@/app/(app)/accounts/[slug]/prepare";
import { ChangeSince } from "@/components/account/change-since";
import { answerChanges } from "@/components/brief/answer-changes";
import { briefLines } from "@/components/brief/brief-lines";
import { contactWords, decideWords } from "@/components/brief/contact-words";
import { FactList } from "@/components/brief/fact-list";
import { OpenPlans } from "@/components/brief/open-plans";
import { PrintButton } from "@/components/brief/print-button";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { ScoreText } from "@/components/health/score-text";
import { PageHeader } from "@/components/shell/page-header";
import { bandName } from "@/components/triage/queue-row";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { findAccount } from "@/db/queries/find-account";
import { type BriefFacts, findBriefFacts } from "@/db/queries/find-brief-facts";
import { findLastContact } from "@/db/queries/find-last-contact";
import { getChange } from "@/db/queries/get-change";
import { getSettings } from "@/db/queries/get-settings";
import { listScorecardHistory } from "@/db/queries/list-scorecard-history";
import { addDays } from "@/lib/core/calendar";
import { callQuestions } from "@/lib/core/portfolio/call-questions";
import type { Answers } from "@/lib/core/scorecard/answers";
import { dayText, moneyFull } from "@/lib/format";
import { paths } from "@/lib/paths";
import { viewerContext } from "@/lib/server/viewer-context";
import { loadBriefParams } from "./search-params";

export const metadata: Metadata = { title: "Call brief" };

const WITHOUT_CONTACT_DAYS = 90;

/** What changed at an account since one's last contact with it: on one page, before a call. */
export default async function BriefPage({ params, searchParams }: PageProps<"/accounts/[slug]/brief">) {
  const ctx = await viewerContext();
  const { slug } = await params;
  const asked = await loadBriefParams(searchParams);
  const account = await findAccount(ctx, slug);
  if (!account) notFound();
  const { accountId, now } = account;
  const contact = await findLastContact(ctx, accountId);
  const since =
    asked.since && asked.since < ctx.today ? asked.since : (contact?.on ?? addDays(ctx.today, -WITHOUT_CONTACT_DAYS));
  const [facts, change, cards, { currency }] = await Promise.all([
    findBriefFacts(ctx, accountId, since),
    getChange(ctx, accountId, since, ctx.today),
    listScorecardHistory(ctx, accountId),
    getSettings(ctx),
  ]);
  if (!facts) notFound();
  const latest = cards[0]?.answers ?? null;
  const before = cards.find(({ submittedOn }) => submittedOn <= since)?.answers ?? null;
  const questions = callQuestions(
    { ...facts, answers: latest ?? {}, keyLeft: keyNames(facts), ...openFacts(facts), decideBy: now?.decideBy ?? null },
    ctx.today,
  );
  return (
    <div className="flex max-w-4xl flex-col gap-4 print:gap-2">
      <nav aria-label="Breadcrumb" className="-mb-3 text-xs print:hidden">
        <Link href={paths.account(slug)} className="text-primary underline">
          {account.name}
        </Link>
      </nav>
      <PageHeader title={<>Call brief: {account.name}</>}>
        <PrintButton />
      </PageHeader>
      <div className="-mt-4 flex flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {now && <BandBadge tone={toneOfCode(now.tone)} name={bandName(now.band)} />}
          <span>
            Health <ScoreText value={now && now.tone !== 0 ? now.health : null} /> · ARR{" "}
            {moneyFull(now?.arrCents ?? null, currency)} · Decide by {decideWords(now?.decideBy ?? null, ctx.today)}
          </span>
        </p>
        {now?.reasonText && <p className="font-medium">{now.reasonText}.</p>}
        <p className="text-muted-foreground">
          {asked.since ? `Since ${dayText(since)}, as asked.` : `${contactWords(contact, ctx.today)}.`}
        </p>
      </div>
      <Card title="Ask them">
        {questions.length > 0 ? (
          <ol className="flex list-decimal flex-col gap-1 pl-5">
            {questions.map(({ question, because }) => (
              <li key={question}>
                <span className="font-medium">{withDays(question)}</span>{" "}
                <span className="text-muted-foreground">{withDays(because)}</span>
              </li>
            ))}
          </ol>
        ) : (
          <p className="text-muted-foreground">Nothing on record asks for a question.</p>
        )}
      </Card>
      <Card title={`What changed since ${dayText(since)}`}>
        <ChangeSince
          since={since}
          then={change.then?.health.score ?? null}
          now={change.now?.health.score ?? null}
          parts={change.change && change.then && change.now ? changeRows(change.change, change.then, change.now) : null}
          sources={[change.then?.source ?? "replayed", change.now?.source ?? "replayed"]}
        />
        <FactList
          facts={[
            ...briefLines(facts, ctx.today),
            { head: "People say", text: answerChanges(before as Answers | null, latest) },
          ]}
        />
      </Card>
      <Card title="Open on our side">
        <OpenPlans plans={facts.plans} today={ctx.today} />
      </Card>
    </div>
  );
}

function keyNames({ left }: BriefFacts): string[] {
  return left.filter(({ role }) => ["champion", "sponsor", "economic_buyer"].includes(role)).map(({ name }) => name);
}

function openFacts({ tickets, overdue, missed }: BriefFacts) {
  return { severeTickets: tickets.severe, overdueSince: overdue[0]?.dueOn ?? null, missed: missed.at(-1) ?? null };
}

/** Days inside a sentence of the core, as screens write them. */
function withDays(words: string): string {
  return words.replace(/\d{4}-\d{2}-\d{2}/g, (day) => dayText(day));
}
