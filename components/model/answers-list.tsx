import { Link } from "@/components/ui/link";
import type { AnswerTexts } from "@/lib/core/health/answer-texts";
import { questionWords } from "@/lib/core/scorecard/question-words";
import { QUESTIONS } from "@/lib/core/scorecard/reasons";
import { paths } from "@/lib/paths";

/** What each answer means, as a version of the model says it. */
export function AnswersList({ answers, mayEdit }: { answers: AnswerTexts | undefined; mayEdit: boolean }) {
  const words = questionWords(answers);
  return (
    <>
      <div className="grid gap-4 md:grid-cols-3">
        {QUESTIONS.map((question) => (
          <section key={question}>
            <h3 className="font-medium">{words[question].asks}</h3>
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
      </div>
      {mayEdit && (
        <p className="mt-2 text-muted-foreground">
          Words alone are changed faster under{" "}
          <Link href={paths.cardRules()} className="text-primary underline">
            Settings, Scorecards
          </Link>
          ; that publishes a version that scores nobody anew.
        </p>
      )}
    </>
  );
}
