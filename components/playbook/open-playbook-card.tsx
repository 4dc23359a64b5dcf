import { BandBadge } from "@/components/health/band-badge";
import { cx } from "@/components/ui/cx";
import { type Day, daysBetween } from "@/lib/core/calendar";
import { shownInteger } from "@/lib/core/health/rounding";
import type { Cause } from "@/lib/core/playbook/causes";
import { dayText, inText } from "@/lib/format";
import { bandName } from "./band-name";
import { openedWords } from "./opened-words";
import { PastPlaybooks } from "./past-playbooks";
import { PlaysDetails } from "./plays-details";
import { roleWord } from "./role-word";
import type { StandingPlaybook } from "./standing-playbook";

interface Props {
  playbook: StandingPlaybook;
  today: Day;
  health: number | null;
  /** What the change of health suggests while nobody has named a cause. */
  suggested?: Cause | null;
  /** Beside a list there is no room for what was before, and the clocks are not shown elsewhere. */
  isPeek?: boolean;
}

/** The playbook that an account's band has opened: since when and by what, its duties, how its steps are done well, the plays that
 * fit the cause. */
export function OpenPlaybookCard({ playbook, today, health, suggested = null, isPeek = false }: Props) {
  const { name, tone, opened, byModel, duties, steps, cause, plays, past } = playbook;
  const days = daysBetween(opened.openedOn, today);
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <BandBadge tone={tone} name={name} />
        <span>
          since {dayText(opened.openedOn)}, {days} d: {openedWords(opened)}
          {health !== null && opened.healthThen !== null && `, ${shownInteger(health)} now`}
        </span>
      </p>
      {opened.openedBy === "model" && (
        <p className="text-muted-foreground">No clock runs on it until the numbers or people move the account.</p>
      )}
      {byModel && (
        <p className="text-muted-foreground">
          {bandName(byModel.band)} since {dayText(byModel.openedOn)}, {openedWords(byModel)}: no clock runs on it, those
          of {name} wait.
        </p>
      )}
      {isPeek && duties.length > 0 && (
        <ul className="flex flex-col gap-1">
          {duties.map(({ id, text, dueOn, state }) => (
            <li key={id} className={cx("flex justify-between gap-3", state === "breached" && "font-medium")}>
              <span>
                {state === "breached" && "Late: "}
                {text}
              </span>
              <span className="shrink-0 text-muted-foreground text-xs">due {inText(today, dueOn)}</span>
            </li>
          ))}
        </ul>
      )}
      {steps.length > 0 && (
        <details>
          <summary className="cursor-pointer py-1 text-primary">How it is done well</summary>
          <dl className="flex max-w-[72ch] flex-col gap-2 pt-1">
            {steps.map(({ key, title, text, ownerRole }) => (
              <div key={key}>
                <dt className="font-medium">
                  {title} <span className="font-normal text-muted-foreground text-xs">{roleWord(ownerRole)}</span>
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <PlaysDetails cause={cause ?? suggested} isNamed={cause !== null} plays={plays} />
      {!isPeek && past.length > 0 && <PastPlaybooks past={past} />}
    </div>
  );
}
