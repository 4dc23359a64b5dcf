import type { Metadata } from "next";
import { AnswerTextsForm } from "@/components/scorecard/answer-texts-form";
import { CardRulesForm } from "@/components/scorecard/card-rules-form";
import { Card } from "@/components/ui/card";
import { getAnswerDefinitions } from "@/db/queries/get-answer-definitions";
import { getSettings } from "@/db/queries/get-settings";
import { listSegments } from "@/db/queries/list-segments";
import { mayEver } from "@/lib/core/access";
import { QUESTIONS } from "@/lib/core/scorecard/reasons";
import { viewerContext } from "@/lib/server/viewer-context";

export const metadata: Metadata = { title: "Scorecards" };

/** When cards are due and of whom, and what each answer means; administrators change both. */
export default async function CardRulesPage() {
  const ctx = await viewerContext();
  const [settings, segments, words] = await Promise.all([
    getSettings(ctx),
    listSegments(ctx),
    getAnswerDefinitions(ctx, ctx.today),
  ]);
  const { scorecardDueDay: dueDay, quarterlyGreens, exemptSegments, scorecardOwner, hideMeasured } = settings;
  const rules = { dueDay, quarterlyGreens, exemptSegments, scorecardOwner, hideMeasured };
  if (!mayEver(ctx.actor.roles, "settings:write"))
    return (
      <Card title="Scorecards">
        <p className="mb-3">
          Due on {dueDay === 31 ? "the month's last day" : `day ${dueDay}`}.
          {quarterlyGreens && " Stable green accounts answer once a quarter."}
          {exemptSegments.length > 0 && ` No cards for ${exemptSegments.join(", ")}.`} Administrators change this.
        </p>
        {QUESTIONS.map((question) => (
          <section key={question} className="mb-3">
            <h3 className="font-semibold">{words[question].asks}</h3>
            <dl>
              {words[question].options.map(({ value, word, means }) => (
                <div key={value}>
                  <dt className="inline font-medium">{word}: </dt>
                  <dd className="inline">{means}.</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </Card>
    );
  return (
    <div className="flex flex-col gap-4">
      <Card title="The month's scorecards">
        <CardRulesForm key={JSON.stringify(rules)} rules={rules} segments={segments} />
      </Card>
      <Card title="What each answer means">
        <AnswerTextsForm key={JSON.stringify(words)} words={words} />
      </Card>
    </div>
  );
}
