import "server-only";
import { type ClientBase, escapeLiteral } from "pg";
import { type CopyColumn, copyColumns } from "@/db/days/copy-columns";
import { firstOfEach } from "@/db/days/first-of-each";
import { placing } from "@/db/days/place-columns";
import { NUMBER } from "@/db/days/slices-sql";
import { type Day, daysRemembered, type Month } from "@/lib/core/calendar";
import { ANSWERS, type CardFacts } from "@/lib/core/health/card-columns";
import type { Answers } from "@/lib/core/scorecard/answers";
import { nextDueOn, validUntil } from "@/lib/core/scorecard/cycle";
import type { CardRules } from "./load-card-rules";

/** The scorecard in force for an account on a day. */
export type Card = {
  id: number;
  period: Month;
  answers: Answers;
  submittedOn: Day;
  /** When the next one is due, and until when this one counts. */
  nextDueOn: Day;
  validUntil: Day;
  isExpired: boolean;
  /** A champion contact left after the card was submitted, and none is in force: since when. */
  championEnded: boolean;
  championLeftOn: Day | null;
};

/** The cards in force by account. They stay columns, for a whole book has many; one is made when asked for. */
export type Cards = {
  get(accountId: number): Card | undefined;
  /** Writes into a row of the facts an account's answers as they count and whether they have expired; false without a card. */
  tell(accountId: number, facts: CardFacts, row: number): boolean;
};

type Columns = readonly [
  ids: Float64Array,
  cardId: Float64Array,
  period: Float64Array,
  champion: Float64Array,
  executive: Float64Array,
  outcome: Float64Array,
  submitted: Float64Array,
  championLeft: Float64Array,
];

const INT: CopyColumn = { type: "int4", absent: Number.NaN };
const AT_RISK = ANSWERS.champion.indexOf("at_risk");

/** The cards in force on a day: the latest month's latest version submitted by then. `knownAt` leaves out what was recorded
 * after that moment, for what was published then. Accounts of exempt segments have none. */
export async function loadCards(
  client: ClientBase,
  asOf: Day,
  rules: CardRules,
  accountIds?: readonly number[],
  knownAt?: string,
): Promise<Cards> {
  const periods: Month[] = [];
  const word = (words: readonly string[]): CopyColumn => ({ type: "text", words: [...words], absent: Number.NaN });
  const answers = [word(ANSWERS.champion), word(ANSWERS.executive), word(ANSWERS.outcome)];
  const [columns] = await copyColumns(client, [
    {
      sql: cardsQuery(asOf, accountIds, knownAt),
      columns: [INT, INT, { type: "text", words: periods, absent: Number.NaN }, ...answers, INT, INT],
    },
  ]);
  return cardsOf(columns as unknown as Columns, periods, asOf, rules);
}

function cardsQuery(asOf: Day, accountIds: readonly number[] | undefined, knownAt: string | undefined): string {
  const known = knownAt === undefined ? "true" : `recorded_at <= ${escapeLiteral(knownAt)}::timestamptz`;
  const inForce = firstOfEach({
    table: "scorecards",
    columns: "id, period, champion, executive, outcome, submitted_on",
    condition: `submitted_on <= date '${asOf}' and ${known} and recorded_as <> 'challenge'
      and champion is not null and executive is not null and outcome is not null`,
    order: "period desc, version desc",
    accountIds,
  });
  return `select card.account_id, card.id, period, champion, executive, outcome, ${NUMBER("submitted_on")},
      case when champion = 'active' and not exists (
        select from contacts
        where contacts.account_id = card.account_id and role = 'champion'
          and active_from <= date '${asOf}' and (active_to is null or active_to > date '${asOf}')
      ) then (
        select ${NUMBER("max(active_to)")} from contacts
        where contacts.account_id = card.account_id and role = 'champion' and active_to between submitted_on and date '${asOf}'
      ) end
    from (${inForce}) card`;
}

function cardsOf(
  columns: Columns,
  periods: readonly Month[],
  asOf: Day,
  { dueDay, quarterly, exempt }: CardRules,
): Cards {
  const [ids, cardId, months, champion, executive, outcome, submitted, championLeft] = columns;
  const [placeOf, dayOf] = [placing(Int32Array.from(ids)), daysRemembered()];
  const placeAt = (accountId: number) => (exempt.has(accountId) ? -1 : placeOf(accountId));
  const cyclesOf = ([1, 3] as const).map((every) =>
    periods.map((month) => {
      const until = validUntil(month, every, dueDay);
      return { period: month, nextDueOn: nextDueOn(month, every, dueDay), validUntil: until, isExpired: asOf > until };
    }),
  );
  type Cycle = Pick<Card, "period" | "nextDueOn" | "validUntil" | "isExpired">;
  const cycleAt = (accountId: number, at: number) =>
    cyclesOf[quarterly.has(accountId) ? 1 : 0]?.[months[at] as number] as Cycle;
  return {
    get(accountId) {
      const at = placeAt(accountId);
      if (at < 0) return undefined;
      const left = championLeft[at] as number;
      const answers = {
        champion: ANSWERS.champion[champion[at] as number],
        executive: ANSWERS.executive[executive[at] as number],
        outcome: ANSWERS.outcome[outcome[at] as number],
      } as Answers;
      const { period, nextDueOn, validUntil, isExpired } = cycleAt(accountId, at);
      return {
        id: cardId[at] as number,
        period,
        answers,
        submittedOn: dayOf(submitted[at] as number),
        nextDueOn,
        validUntil,
        isExpired,
        championEnded: !Number.isNaN(left),
        championLeftOn: Number.isNaN(left) ? null : dayOf(left),
      };
    },
    tell(accountId, facts, row) {
      const at = placeAt(accountId);
      if (at < 0) return false;
      facts.champion[row] = Number.isNaN(championLeft[at]) ? (champion[at] as number) : AT_RISK;
      facts.executive[row] = executive[at] as number;
      facts.outcome[row] = outcome[at] as number;
      facts.expired[row] = cycleAt(accountId, at).isExpired ? 1 : 0;
      return true;
    },
  };
}
