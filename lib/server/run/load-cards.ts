import "server-only";
import type { ClientBase } from "pg";
import type { Day, Month } from "@/lib/core/calendar";
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

type CardRow = [
  accountId: number,
  id: number,
  period: Month,
  champion: Answers["champion"],
  executive: Answers["executive"],
  outcome: Answers["outcome"],
  submittedOn: Day,
  championLeftOn: Day | null,
];

const COLUMNS = "account_id, id, period, champion, executive, outcome, submitted_on";
const COUNTS = `submitted_on <= $1 and recorded_at <= coalesce($2::timestamptz, 'infinity') and recorded_as <> 'challenge'
  and champion is not null and executive is not null and outcome is not null`;
const IN_FORCE = `select distinct on (account_id) ${COLUMNS} from scorecards where ${COUNTS}
  order by account_id, period desc, version desc`;
const IN_FORCE_OF_SOME = `select latest.* from unnest($3::int[]) a (id) cross join lateral (
  select ${COLUMNS} from scorecards where account_id = a.id and ${COUNTS} order by period desc, version desc limit 1) latest`;

/** The cards in force on a day by account: the latest month's latest version submitted by then. `knownAt` leaves out what was
 * recorded after that moment, for what was published then. Accounts of exempt segments have none. */
export async function loadCards(
  client: ClientBase,
  asOf: Day,
  rules: CardRules,
  accountIds?: readonly number[],
  knownAt?: string,
): Promise<Map<number, Card>> {
  const { rows } = await client.query<CardRow>({
    rowMode: "array",
    text: `
      select card.account_id, card.id, period, champion, executive, outcome, submitted_on,
        case when champion = 'active' and not exists (
          select from contacts
          where contacts.account_id = card.account_id and role = 'champion'
            and active_from <= $1 and (active_to is null or active_to > $1)
        ) then (
          select max(active_to) from contacts
          where contacts.account_id = card.account_id and role = 'champion' and active_to between submitted_on and $1
        ) end
      from (${accountIds ? IN_FORCE_OF_SOME : IN_FORCE}) card`,
    values: accountIds ? [asOf, knownAt ?? null, accountIds] : [asOf, knownAt ?? null],
  });
  return new Map(rows.filter(([id]) => !rules.exempt.has(id)).map((row) => [row[0], cardOf(row, asOf, rules)]));
}

function cardOf(row: CardRow, asOf: Day, { dueDay, quarterly }: CardRules): Card {
  const [accountId, id, period, champion, executive, outcome, submittedOn, championLeftOn] = row;
  const answers = { champion, executive, outcome };
  const cycleMonths = quarterly.has(accountId) ? 3 : 1;
  const until = validUntil(period, cycleMonths, dueDay);
  return {
    ...{
      id,
      period,
      answers,
      submittedOn,
      championLeftOn,
      championEnded: championLeftOn !== null,
      validUntil: until,
      isExpired: asOf > until,
    },
    nextDueOn: nextDueOn(period, cycleMonths, dueDay),
  };
}
