import { Card } from "@/components/ui/card";
import { CAUSE_BOOK, CAUSES } from "@/lib/core/playbook/causes";
import { PLAYS } from "@/lib/core/playbook/plays";
import { HoldOutForm } from "./hold-out-form";
import { ROLE_NAMES } from "./rule-words";

/** Every play: when it fits, its steps with their days, and where its effect is read; and the plays that come first for a cause. */
export function PlayLibrary({ heldOut, mayEdit }: { heldOut: readonly string[]; mayEdit: boolean }) {
  return (
    <Card title="Play library">
      <p className="mb-2 max-w-[72ch] text-muted-foreground">
        A plan names one primary cause; the plays that fit it are offered with it. Of {PLAYS.length} plays, those marked
        low-touch may hold out a random half: chance then leaves every other account without the play for 90 days, and
        only so is its effect called causal.
      </p>
      <div className="grid gap-x-6 gap-y-2 md:grid-cols-2">
        {PLAYS.map((play) => (
          <details key={play.key}>
            <summary className="cursor-pointer py-1">
              <span className="font-medium">{play.name}</span> · {play.when}
            </summary>
            <ol className="list-decimal pt-1 pl-5">
              {play.steps.map(({ title, day, ownerRole }) => (
                <li key={title}>
                  {title}{" "}
                  <span className="text-muted-foreground text-xs">
                    {play.from === "decide_by" ? `${day} d before the decide-by date` : `day ${day}`} ·{" "}
                    {ROLE_NAMES[ownerRole]}
                  </span>
                </li>
              ))}
            </ol>
            <p className="text-muted-foreground text-xs">
              Checked {play.check.day > 0 ? `after ${play.check.day} d` : "on the day"}: {play.check.what}.
              {play.lowTouch && " Low-touch."} For{" "}
              {CAUSES.filter((cause) => CAUSE_BOOK[cause].plays.includes(play.key))
                .map((cause) => CAUSE_BOOK[cause].name)
                .join(", ") || "every account that decides soon"}
              .
            </p>
            {play.lowTouch && mayEdit && <HoldOutForm play={play} heldOut={heldOut} />}
            {heldOut.includes(play.key) && !mayEdit && <p>Holds out a random half.</p>}
          </details>
        ))}
      </div>
    </Card>
  );
}
