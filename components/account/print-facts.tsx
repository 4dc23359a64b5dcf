import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { ChangeText } from "@/components/health/change-text";
import { ScoreText } from "@/components/health/score-text";
import { bandName } from "@/components/triage/queue-row";
import type { Day } from "@/lib/core/calendar";
import type { WhyRow } from "@/lib/core/health/why";
import { answerWord, QUESTION_WORDS } from "@/lib/core/scorecard/questions";
import { QUESTIONS } from "@/lib/core/scorecard/reasons";
import { dayText, moneyFull, monthText, pointsText, untilText } from "@/lib/format";
import type { HeaderFacts } from "./account-header";
import type { CardOfMonth } from "./card-of-month";

/** Who it is and how it stands, on paper. */
export function PrintHeader({ account, currency, today }: { account: HeaderFacts; currency: string; today: Day }) {
  const { now } = account;
  return (
    <header className="border-b pb-2">
      <div className="flex items-center justify-between gap-4">
        <h1 className="font-semibold text-lg">
          <bdi>{account.name}</bdi>
        </h1>
        {now && (
          <p className="flex items-center gap-2">
            <ScoreText value={now.tone === 0 ? null : now.health} size="lg" />
            <BandBadge tone={toneOfCode(now.tone)} name={bandName(now.band)} size="lg" />
            <ChangeText points={now.delta30} days={30} />
          </p>
        )}
      </div>
      <p>
        {[account.segment, account.industry, account.csm && `CSM ${account.csm}`, account.am && `AM ${account.am}`]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {now && (
        <p>
          ARR {moneyFull(now.arrCents, currency)} · renews {now.endsOn ? dayText(now.endsOn) : "open-ended"} ·{" "}
          {now.decideBy ? `decides by ${dayText(now.decideBy)} (${untilText(today, now.decideBy)})` : "locked in"}
        </p>
      )}
      {now?.reasonText && <p className="font-medium">{now.reasonText}.</p>}
    </header>
  );
}

/** Where the score comes from, on paper: the measure that lost most first. */
export function PrintWhy({ rows }: { rows: readonly WhyRow[] }) {
  return (
    <table className="w-full text-xs">
      <tbody>
        {rows.map(({ key, name, reading, earned, possible, source }) => (
          <tr key={key} className="border-b">
            <th scope="row" className="py-0.5 text-left font-normal">
              {name}
            </th>
            <td className="text-right font-medium">{reading}</td>
            <td className="w-32 text-right">{possible > 0 ? pointsText(earned, possible) : "not counted"}</td>
            <td className="w-32 pl-4 text-muted-foreground">{source}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What people said last, on paper. */
export function PrintPeople({ card }: { card: Omit<CardOfMonth, "meanings"> | undefined }) {
  if (!card) return <p>No card yet.</p>;
  return (
    <>
      {QUESTIONS.map((question) => (
        <p key={question}>
          {QUESTION_WORDS[question].name}: <strong>{answerWord(question, card.answers[question])}</strong>
          {card.notes[question] && <span className="text-muted-foreground"> · {card.notes[question]}</span>}
        </p>
      ))}
      <p className="text-muted-foreground">
        {monthText(card.period)}, {card.author ?? "imported"}, {dayText(card.submittedOn)}
      </p>
    </>
  );
}
