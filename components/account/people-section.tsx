import { Badge } from "@/components/ui/badge";
import { Table, Td, Th } from "@/components/ui/table";
import type { Day, Month } from "@/lib/core/calendar";
import type { Answers } from "@/lib/core/scorecard/answers";
import { dayText, monthText } from "@/lib/format";
import { AnswerMark } from "./answer-mark";

export type CardOfMonth = {
  period: Month;
  version: number;
  answers: Partial<Answers>;
  notes: { champion: string | null; executive: string | null; outcome: string | null };
  author: string | null;
  recordedAs: string;
  submittedOn: Day;
};
export type Contact = {
  externalId: string;
  name: string;
  role: string;
  title: string | null;
  department: string | null;
  activeFrom: Day;
  activeTo: Day | null;
};

interface Props {
  cards: readonly CardOfMonth[];
  contacts: readonly Contact[];
  months: readonly Month[];
  today: Day;
}

const QUESTIONS = [
  { key: "champion", name: "Champion" },
  { key: "executive", name: "Executive" },
  { key: "outcome", name: "Outcome" },
] as const;

/** What people said: twelve months of the three answers with author, date and reason, and whom we know there. */
export function PeopleSection({ cards, contacts, months, today }: Props) {
  const byMonth = new Map(cards.map((card) => [card.period, card]));
  const noted = cards
    .map((card, i) => ({ card, fresh: freshNotes(card, cards[i + 1]) }))
    .filter(({ fresh }) => fresh.length > 0)
    .slice(0, 6);
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <div className="min-w-0">
        <Table label="Answers by month">
          <thead>
            <tr>
              <Th />
              {months.map((month) => (
                <Th key={month} className="px-1 text-center">
                  {monthText(month).slice(0, 3)}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {QUESTIONS.map(({ key, name }) => (
              <tr key={key}>
                <Td className="font-medium">{name}</Td>
                {months.map((month) => (
                  <Td key={month} className="px-1 text-center">
                    <AnswerMark
                      question={key}
                      answer={byMonth.get(month)?.answers[key] ?? null}
                      about={aboutOf(byMonth.get(month))}
                    />
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
        <p className="mt-2 text-muted-foreground text-xs">
          ● best · ◐ middle · ○ worst · – not applicable · blank: no card
        </p>
      </div>
      <div className="min-w-0">
        <ul className="flex flex-col gap-2">
          {noted.map(({ card, fresh }) => (
            <li key={card.period}>
              <p className="text-muted-foreground text-xs">
                {monthText(card.period)} · {card.author ?? "imported"} · {dayText(card.submittedOn)}
              </p>
              {fresh.map(({ key, name }) => (
                <p key={key}>
                  <span className="font-medium">{name}:</span> {card.notes[key]}
                </p>
              ))}
            </li>
          ))}
          {noted.length === 0 && <li className="text-muted-foreground">No reasons were written yet.</li>}
        </ul>
      </div>
      <div className="min-w-0 lg:col-span-2">
        <Table label="Contacts">
          <thead>
            <tr>
              <Th>Contact</Th>
              <Th>Role</Th>
              <Th>Title</Th>
              <Th>Department</Th>
              <Th>Known</Th>
            </tr>
          </thead>
          <tbody>
            {contacts.map((contact) => (
              <tr key={contact.externalId} className={isGone(contact, today) ? "text-muted-foreground" : undefined}>
                <Td>
                  <bdi>{contact.name}</bdi>
                </Td>
                <Td>{contact.role.replaceAll("_", " ")}</Td>
                <Td>{contact.title ?? "—"}</Td>
                <Td>{contact.department ?? "—"}</Td>
                <Td>
                  {isGone(contact, today) ? (
                    <Badge>left {dayText(contact.activeTo)}</Badge>
                  ) : (
                    `since ${dayText(contact.activeFrom)}`
                  )}
                </Td>
              </tr>
            ))}
            {contacts.length === 0 && (
              <tr>
                <Td colSpan={5}>No contacts are known.</Td>
              </tr>
            )}
          </tbody>
        </Table>
      </div>
    </div>
  );
}

/** The questions whose reason was written with this card, not carried over from the one before. */
function freshNotes(card: CardOfMonth, before: CardOfMonth | undefined) {
  return QUESTIONS.filter(({ key }) => card.notes[key] && card.notes[key] !== before?.notes[key]);
}

function isGone({ activeTo }: Contact, today: Day): boolean {
  return activeTo !== null && activeTo <= today;
}

function aboutOf(card: CardOfMonth | undefined): string {
  return card ? `${monthText(card.period)}, ${card.author ?? "imported"}, ${dayText(card.submittedOn)}` : "no card";
}
