import { CAUSE_BOOK, type Cause } from "@/lib/core/playbook/causes";
import { roleWord } from "./role-word";
import type { StandingPlaybook } from "./standing-playbook";

/** The plays that fit a cause, folded; `isNamed`: by a person, not only by the numbers. */
export function PlaysDetails({
  cause,
  isNamed,
  plays,
}: {
  cause: Cause | null;
  isNamed: boolean;
  plays: StandingPlaybook["plays"];
}) {
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
