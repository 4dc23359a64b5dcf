"use client";
import { X } from "lucide-react";
import { ContributionBars } from "@/components/charts/contribution-bars";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { ScoreText } from "@/components/health/score-text";
import { OpenPlaybookCard } from "@/components/playbook/open-playbook-card";
import { RankFactors } from "@/components/ranking/rank-factors";
import { Button, ButtonLink } from "@/components/ui/button";
import { SkeletonRows } from "@/components/ui/skeleton";
import { type Day, daysBetween } from "@/lib/core/calendar";
import type { WhyRow } from "@/lib/core/health/why";
import { dayText, moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import { AnswerWords } from "./answer-words";
import { PeopleBadge } from "./queue-row";
import { ReasonActionButton } from "./reason-action";
import { type PeekData, usePeek } from "./use-peek";

interface Props {
  slug: string;
  currency: string;
  today: Day;
  onClose: () => void;
}

/** The reasons of one account beside the list: both scores, what they disagree on, where the points come from. */
export function PeekPanel({ slug, currency, today, onClose }: Props) {
  const data = usePeek(slug);
  return (
    <aside
      aria-label="Reasons"
      className="w-96 shrink-0 self-start rounded-card border bg-card p-4 xl:sticky xl:top-4 max-xl:fixed max-xl:inset-y-0 max-xl:right-0 max-xl:z-20 max-xl:max-w-full max-xl:overflow-y-auto max-xl:rounded-none max-xl:shadow-popover"
    >
      {data === null && <SkeletonRows rows={8} rowClass="h-10" />}
      {data === "failed" && <p>The reasons could not be loaded. Close and try again.</p>}
      {data !== null && data !== "failed" && <Loaded data={data} currency={currency} today={today} onClose={onClose} />}
    </aside>
  );
}

function Loaded({
  data,
  currency,
  today,
  onClose,
}: {
  data: PeekData;
  currency: string;
  today: Day;
  onClose: () => void;
}) {
  const { account, why, steps, ranking, playbook } = data;
  const { now } = account;
  if (!now) return <p>This account is not in the book today.</p>;
  return (
    <div className="flex flex-col gap-4">
      <header className="flex items-start justify-between gap-2">
        <div className="min-w-0">
          <h2 className="font-semibold text-base">
            <bdi>{account.name}</bdi>
          </h2>
          <p className="text-muted-foreground text-xs">
            {[
              moneyShort(now.arrCents, currency),
              account.segment,
              account.csm && `CSM ${account.csm}`,
              account.am && `AM ${account.am}`,
            ]
              .filter(Boolean)
              .join(" · ")}
            {now.endsOn && ` · renews ${dayText(now.endsOn)} (${daysBetween(today, now.endsOn)} d)`}
          </p>
        </div>
        <Button variant="ghost" size="icon" aria-label="Close reasons" onClick={onClose}>
          <X aria-hidden className="size-4" />
        </Button>
      </header>
      <div className="grid grid-cols-2 gap-2">
        <div className="rounded-card border p-3">
          <h3 className="text-muted-foreground text-xs">Measured</h3>
          <p className="my-1 text-xl">
            <ScoreText value={now.scoreTone === 0 ? null : now.score} size="lg" outOf />
          </p>
          <BandBadge tone={toneOfCode(now.scoreTone)} />
        </div>
        <div className="rounded-card border p-3">
          <h3 className="text-muted-foreground text-xs">People say</h3>
          <AnswerWords champion={now.champion} executive={now.executive} outcome={now.outcome} />
          <PeopleBadge tone={now.peopleTone} cardState={now.cardState} />
        </div>
      </div>
      {now.divergence && (
        <p className="rounded-control bg-diverge-subtle px-3 py-2 text-diverge-text">
          ⇄{" "}
          {now.divergence === "hidden_risk"
            ? "Looks fine in the numbers, people see a risk"
            : "Looks bad in the numbers, people vouch for it"}
          : {Math.floor(now.divergenceGap ?? 0)} points apart.
        </p>
      )}
      <section>
        <h3 className="mb-2 font-semibold">
          Where <ScoreText value={now.score} /> comes from
        </h3>
        <ContributionBars rows={why.map(barOf)} caption="Points of the measured score" />
        {steps.length > 0 && (
          <ul className="mt-2 list-disc pl-4 text-muted-foreground text-xs">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        )}
      </section>
      {now.reasons.length > 0 && (
        <section>
          <h3 className="mb-1 font-semibold">Why it is here, and what to do</h3>
          <ul className="flex flex-col gap-1">
            {now.reasons.map((reason) => (
              <li key={reason.key} className="flex items-center justify-between gap-3">
                <span>{reason.text}</span>
                <ReasonActionButton action={reason.action} target={now} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {ranking && now.reasons.length > 0 && (
        <section>
          <h3 className="mb-1 font-semibold">Its place in the queue</h3>
          <RankFactors {...ranking} />
        </section>
      )}
      {playbook && (
        <section>
          <h3 className="mb-1 font-semibold">Playbook</h3>
          <OpenPlaybookCard playbook={playbook} today={today} health={now.tone > 0 ? now.health : null} isPeek />
        </section>
      )}
      <div className="flex gap-2">
        <ButtonLink href={paths.account(account.slug)} variant="primary">
          Open account
        </ButtonLink>
        {now.cardState !== "in_force" && <ButtonLink href={paths.scorecards()}>Update scorecard</ButtonLink>}
      </div>
    </div>
  );
}

function barOf({ key, name, reading, earned, possible, absent }: WhyRow) {
  return { key, name, value: reading, earned, possible, ...(absent ? { absent: reading } : {}) };
}
