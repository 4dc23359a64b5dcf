import type { ReactNode } from "react";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { ChangeText } from "@/components/health/change-text";
import { ScoreText } from "@/components/health/score-text";
import { bandName } from "@/components/triage/queue-row";
import { Badge } from "@/components/ui/badge";
import type { Day } from "@/lib/core/calendar";
import { dayText, moneyFull, untilText } from "@/lib/format";
import { AccountWalk } from "./account-walk";
import { Fact } from "./fact";

export type HeaderFacts = {
  slug: string;
  name: string;
  domain: string | null;
  segment: string | null;
  industry: string | null;
  csm: string | null;
  am: string | null;
  now: {
    health: number | null;
    tone: number;
    band: string | null;
    delta30: number | null;
    arrCents: number | null;
    endsOn: Day | null;
    decideBy: Day | null;
    peopleTone: number;
    scoreTone: number;
    cardState: string;
    bandSince: Day | null;
    reasonText: string;
  } | null;
};

interface Props {
  account: HeaderFacts;
  currency: string;
  today: Day;
  /** The chance that it renews, as one more fact. */
  chance: ReactNode;
}

/** Who the account is and how it stands, in one glance and one sentence. */
export function AccountHeader({ account, currency, today, chance }: Props) {
  const { now } = account;
  return (
    <header className="z-10 -mx-6 -mt-6 max-md:-mt-4 md:sticky md:top-0 border-b bg-background px-6 py-4 max-md:-mx-4 max-md:px-4 print:static">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-80 max-md:basis-full">
          <div className="flex flex-wrap items-center gap-x-3">
            <h1 className="font-semibold text-lg">
              <bdi>{account.name}</bdi>
            </h1>
            <AccountWalk slug={account.slug} />
          </div>
          <p className="text-muted-foreground">
            {[account.segment, account.industry, account.domain].filter(Boolean).join(" · ")}
            {(account.csm || account.am) && " · "}
            {[account.csm && `CSM ${account.csm}`, account.am && `AM ${account.am}`].filter(Boolean).join(", ")}
          </p>
        </div>
        {now ? (
          <>
            <div className="flex items-center gap-3">
              <ScoreText value={now.tone === 0 ? null : now.health} size="xl" />
              <div>
                <BandBadge tone={toneOfCode(now.tone)} name={bandName(now.band)} size="lg" />
                <p className="text-muted-foreground text-xs">
                  {healthSource(now)} · <Moved points={now.delta30} />
                </p>
              </div>
            </div>
            <dl className="flex flex-wrap gap-x-6 gap-y-2">
              <Fact name="ARR" value={moneyFull(now.arrCents, currency)} />
              <Fact
                name="Renews"
                value={now.endsOn ? `${dayText(now.endsOn)} · ${untilText(today, now.endsOn)}` : "open-ended"}
              />
              <Fact
                name="Decide by"
                value={now.decideBy ? `${dayText(now.decideBy)} · ${untilText(today, now.decideBy)}` : "locked in"}
              />
              {chance}
            </dl>
          </>
        ) : (
          <Badge>Not in the book today</Badge>
        )}
      </div>
      {now?.reasonText && <p className="mt-2 max-w-prose">{now.reasonText}.</p>}
    </header>
  );
}

function Moved({ points }: { points: number | null }) {
  if (points === null) return "no score 30 d ago";
  return Math.round(points) === 0 ? "unchanged in 30 d" : <ChangeText points={points} days={30} />;
}

/** Where the health number comes from: people win where they disagree with the numbers. */
function healthSource({ peopleTone, scoreTone, cardState }: NonNullable<HeaderFacts["now"]>): string {
  if (peopleTone === 0) return "measured, no card in force";
  if (cardState === "expired") return "unconfirmed card";
  return peopleTone === scoreTone ? "measured and people agree" : "people say";
}
