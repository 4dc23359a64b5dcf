import { AnswersForm } from "@/components/account/answers-form";
import { PeopleSection } from "@/components/account/people-section";
import { Card } from "@/components/ui/card";
import { listContacts } from "@/db/queries/list-contacts";
import { listScorecardGrid } from "@/db/queries/list-scorecard-grid";
import { listScorecardHistory } from "@/db/queries/list-scorecard-history";
import { addMonths, monthOf } from "@/lib/core/calendar";
import { questionWords } from "@/lib/core/scorecard/question-words";
import type { Ctx } from "@/lib/server/context";

/** What people say: this month's answers in place, a year of them, and whom we know there. */
export async function PeopleCard({ ctx, accountId }: { ctx: Ctx; accountId: number }) {
  const period = monthOf(ctx.today);
  const [cards, contacts, { rows }] = await Promise.all([
    listScorecardHistory(ctx, accountId),
    listContacts(ctx, accountId),
    listScorecardGrid(ctx, period, { accountId }, 1),
  ]);
  const months = Array.from({ length: 12 }, (_, i) => monthOf(addMonths(`${period}-01`, i - 11)));
  const [row] = rows;
  return (
    <Card id="people" title="People say">
      <div className="flex flex-col gap-6">
        {row && <AnswersForm key={row.card?.version ?? 0} row={row} period={period} />}
        <PeopleSection
          cards={cards.map(({ texts, ...card }) => ({ ...card, meanings: questionWords(texts ?? undefined) }))}
          contacts={contacts}
          months={months}
          today={ctx.today}
        />
      </div>
    </Card>
  );
}
