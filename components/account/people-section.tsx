import { Badge } from "@/components/ui/badge";
import { Table, Td, Th } from "@/components/ui/table";
import type { Day, Month } from "@/lib/core/calendar";
import { QUESTION_WORDS } from "@/lib/core/scorecard/questions";
import { dayText, monthText } from "@/lib/format";
import { AnswerStrip } from "./answer-strip";
import { type CardOfMonth, freshNotes } from "./card-of-month";

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

/** What people said: twelve months of the three answers with author, date and reason, and whom we know there. */
export function PeopleSection({ cards, contacts, months, today }: Props) {
  const noted = cards
    .map((card, i) => ({ card, fresh: freshNotes(card, cards[i + 1]) }))
    .filter(({ fresh }) => fresh.length > 0)
    .slice(0, 6);
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <div className="min-w-0">
        <AnswerStrip cards={cards} months={months} />
      </div>
      <div className="min-w-0">
        <ul className="flex flex-col gap-2">
          {noted.map(({ card, fresh }) => (
            <li key={card.period}>
              <p className="text-muted-foreground text-xs">
                {monthText(card.period)} · {card.author ?? "imported"} · {dayText(card.submittedOn)}
              </p>
              {fresh.map((question) => (
                <p key={question}>
                  <span className="font-medium">{QUESTION_WORDS[question].name}:</span> {card.notes[question]}
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

function isGone({ activeTo }: Contact, today: Day): boolean {
  return activeTo !== null && activeTo <= today;
}
