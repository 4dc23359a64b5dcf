"use client";
import { memo } from "react";
import { cx } from "@/components/ui/cx";
import { Info } from "@/components/ui/info";
import { QUESTION_WORDS } from "@/lib/core/scorecard/questions";
import { QUESTIONS, type Question } from "@/lib/core/scorecard/reasons";
import { useDefinitions } from "./definitions-provider";

const head =
  "sticky top-0 z-2 h-9 border-b bg-background px-1.5 text-left font-medium text-muted-foreground text-xs whitespace-nowrap";

/** What the rail beside the grid says: these columns show where there is no rail, or room for both. */
export const WHERE_NO_RAIL = "xl:max-[1760px]:hidden";
/** What is not needed to answer, and is told with the account's name elsewhere: it would push health out of a narrow screen. */
export const WHERE_WIDE = "max-[1760px]:hidden";

/** The grid's columns are as wide as said here, whatever stands in them: an answer lays out its cell, not the table. The note has
 * what is left. */
export const GridColumns = memo(function GridColumns() {
  return (
    <colgroup>
      <col className="w-45 max-xl:w-41" />
      <col className={cx("w-16", WHERE_WIDE)} />
      <col className={cx("w-20", WHERE_WIDE)} />
      <col className="w-27" />
      <col className="w-26" />
      <col className="w-26" />
      <col className="w-33" />
      <col />
      <col className="w-27" />
      <col className={cx("w-28", WHERE_NO_RAIL)} />
      <col className={cx("w-21", WHERE_WIDE)} />
    </colgroup>
  );
});

/** The grid's column heads; what each answer means stands behind its "i". No key changes them. */
export const GridHead = memo(function GridHead() {
  return (
    <thead>
      <tr>
        <th scope="col" className={cx(head, "left-0 z-3 pl-8")}>
          Account
        </th>
        <th scope="col" className={cx(head, "text-right", WHERE_WIDE)}>
          ARR
        </th>
        <th scope="col" className={cx(head, "text-right", WHERE_WIDE)}>
          Renews
        </th>
        <Explained name="Measured">
          The score of the signals, and its band. It is kept back until the row's three answers are given, so that the
          judgement stays independent.
        </Explained>
        {QUESTIONS.map((question) => (
          <th key={question} scope="col" className={head}>
            {QUESTION_WORDS[question].name} <QuestionInfo question={question} />
          </th>
        ))}
        <Explained name="Note">
          What you saw, for each answer. A reason is asked for where an answer changed, where a best answer is given for
          the first time, and where the card diverges from the numbers. Unchanged answers keep theirs.
        </Explained>
        <Explained name="People say">
          Green: champion active, no worst answer and 75 points or more. Red: two worst answers, or the champion missing
          and another answer not best. Yellow otherwise. It diverges where its colour is not the score's and they are
          far enough apart.
        </Explained>
        <Explained name="Health" className={WHERE_NO_RAIL}>
          Measured and people say together: the number people act on.
        </Explained>
        <th scope="col" className={cx(head, WHERE_WIDE)}>
          Confirmed
        </th>
      </tr>
    </thead>
  );
});

interface Props {
  name: string;
  className?: string;
  children: string | string[];
}

function Explained({ name, className, children }: Props) {
  return (
    <th scope="col" className={cx(head, className)}>
      {name}{" "}
      <Info about={name}>
        <p>{children}</p>
      </Info>
    </th>
  );
}

/** The written definition of each answer to a question. */
export function QuestionInfo({ question }: { question: Question }) {
  const { name, asks, options } = useDefinitions()[question];
  return (
    <Info about={name}>
      <p className="mb-2 font-medium">{asks}</p>
      <dl className="flex flex-col gap-1">
        {options.map(({ value, word, means }) => (
          <div key={value}>
            <dt className="inline font-medium">{word}: </dt>
            <dd className="inline">{means}.</dd>
          </div>
        ))}
      </dl>
    </Info>
  );
}
