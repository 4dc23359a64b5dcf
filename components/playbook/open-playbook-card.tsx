import { BandBadge } from "@/components/health/band-badge";
import { cx } from "@/components/ui/cx";
import { type Day, daysBetween } from "@/lib/core/calendar";
import type { Tone } from "@/lib/core/health/bands";
import { shownInteger } from "@/lib/core/health/rounding";
import { CAUSE_BOOK, type Cause } from "@/lib/core/playbook/causes";
import type { OpenedBy } from "@/lib/core/playbook/openings";
import { dayText } from "@/lib/format";
import { openedWords } from "./opened-words";

interface Opened {
  id: number;
  band: string;
  openedOn: Day;
  openedBy: OpenedBy;
  modelVersion: number | null;
  healthThen: number | null;
  closedOn: Day | null;
  result: string | null;
}
export interface StandingPlaybook {
  name: string;
  tone: Tone;
  opened: Opened;
  byModel: Opened | null;
  duties: readonly { id: number; text: string; dueOn: Day; state: string; ownerRole: string | null }[];
  steps: readonly { key: string; title: string; text: string; ownerRole: string }[];
  cause: Cause | null;
  plays: readonly {
    key: string;
    name: string;
    when: string;
    steps: readonly { title: string; day: number; ownerRole: string }[];
    check: { what: string; day: number };
  }[];
  past: readonly Opened[];
}

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
              <span className="shrink-0 text-muted-foreground text-xs">{dueWords(daysBetween(today, dueOn))}</span>
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
      <Plays cause={cause ?? suggested} isNamed={cause !== null} plays={plays} />
      {!isPeek && past.length > 0 && (
        <details>
          <summary className="cursor-pointer py-1 text-primary">Playbooks before ({past.length})</summary>
          <ul className="flex flex-col gap-1 pt-1">
            {past.map((before) => (
              <li key={before.id}>
                <span className="text-muted-foreground">{dayText(before.openedOn)}</span> {bandName(before.band)},{" "}
                {openedWords(before)}
                {before.result && `. ${before.result}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Plays({ cause, isNamed, plays }: { cause: Cause | null; isNamed: boolean; plays: StandingPlaybook["plays"] }) {
  if (plays.length === 0) return null;
  const why = cause === null ? "" : ` for ${CAUSE_BOOK[cause].name}${isNamed ? "" : ", the likely cause"}`;
  return (
    <details>
      <summary className="cursor-pointer py-1 text-primary">
        {plays.map(({ name }) => name).join(", ")}
        {`: ${plays.length === 1 ? "play" : "plays"}${why}`}
      </summary>
      <div className="flex max-w-[72ch] flex-col gap-3 pt-1">
        {plays.map(({ key, name, when, steps, check }) => (
          <div key={key}>
            <p>
              <span className="font-medium">{name}.</span> {when}
            </p>
            <ol className="list-decimal pl-5">
              {steps.map(({ title, day, ownerRole }) => (
                <li key={title}>
                  {title}{" "}
                  <span className="text-muted-foreground text-xs">
                    {key === "renewal" ? `${day} d before the decide-by date` : `day ${day}`} · {roleWord(ownerRole)}
                  </span>
                </li>
              ))}
            </ol>
            <p className="text-muted-foreground text-xs">
              Checked {check.day > 0 ? `after ${check.day} d` : "on the day"}: {check.what}
            </p>
          </div>
        ))}
      </div>
    </details>
  );
}

function dueWords(days: number): string {
  return days < 0 ? `due ${-days} d ago` : `due in ${days} d`;
}

function roleWord(role: string): string {
  return role === "csm" || role === "am" ? role.toUpperCase() : role;
}

function bandName(key: string): string {
  const words = key.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
