"use client";
import { AlarmClock, Clock } from "lucide-react";
import { roleWord } from "@/components/playbook/role-word";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { type Decided, DecisionList } from "@/components/work/decision-list";
import type { WorkTarget } from "@/components/work/refusal";
import { REVIEW_NAMES, type ReviewKind } from "@/components/work/review-names";
import { useWorkKeys } from "@/components/work/use-work-keys";
import { useWork } from "@/components/work/work-provider";
import { type Day, daysBetween } from "@/lib/core/calendar";
import type { StandingPlan } from "@/lib/core/playbook/standing-plan";
import { dayText, inText } from "@/lib/format";
import { causeName, OpenPlan } from "./open-plan";

interface OpenClock {
  id: number;
  text: string;
  dueOn: Day;
  state: string;
  ownerRole: string | null;
  owner: string | null;
}
interface ReviewFacts {
  id: number;
  kind: string;
  on: Day;
  isHeld: boolean;
  verdict: string | null;
  note: string | null;
  by: string | null;
}

interface Props {
  target: WorkTarget;
  today: Day;
  currency: string;
  work: {
    clocks: readonly OpenClock[];
    plans: readonly StandingPlan[];
    reviews: readonly ReviewFacts[];
    decisions: readonly Decided[];
  };
}

/** What the band obliges to and until when, the plan that answers it, and the reviews held. */
export function WorkSection({ target, today, currency, work }: Props) {
  const { open, refusal } = useWork();
  useWorkKeys(() => [target]);
  const refused = refusal("plan", [target]);
  const plan = work.plans.find(({ status }) => status === "open");
  const past = work.plans.filter(({ status }) => status !== "open");
  return (
    <div className="flex flex-col gap-4">
      {work.clocks.length === 0 ? (
        <p className="text-muted-foreground">No clock runs on this account.</p>
      ) : (
        <ul className="grid gap-x-6 gap-y-1 md:grid-cols-2">
          {work.clocks.map((clock) => (
            <ClockLine key={clock.id} clock={clock} today={today} />
          ))}
        </ul>
      )}
      {plan ? <OpenPlan plan={plan} today={today} /> : <p className="text-muted-foreground">No open plan.</p>}
      {refused ? (
        <p className="text-muted-foreground text-xs print:hidden">{refused}</p>
      ) : (
        <div className="flex flex-wrap gap-2 print:hidden">
          <Button variant={plan ? "secondary" : "primary"} onClick={() => open("plan", [target])}>
            {plan ? "Change plan" : "Add plan"}
          </Button>
          {target.tone === 1 && !refusal("decide", [target]) && (
            <Button onClick={() => open("decide", [target])}>Decide</Button>
          )}
          <Button onClick={() => open("review", [target])}>Log review</Button>
          <Button onClick={() => open("note", [target])}>Add note</Button>
        </div>
      )}
      {work.decisions.length > 0 && (
        <section>
          <h3 className="mb-1 font-semibold">Decisions</h3>
          <DecisionList decisions={work.decisions} currency={currency} />
        </section>
      )}
      <div className="grid gap-6 md:grid-cols-2">
        <section>
          <h3 className="mb-1 font-semibold">Reviews</h3>
          <ul className="flex flex-col gap-1">
            {work.reviews.slice(0, 6).map((review) => (
              <li key={review.id}>
                <span className="text-muted-foreground">{dayText(review.on)}</span>{" "}
                {REVIEW_NAMES[review.kind as ReviewKind] ?? review.kind}
                {review.isHeld ? "" : ", planned"}
                {review.verdict && `: ${review.verdict}`}
                {review.note && <span className="text-muted-foreground"> · {review.note}</span>}
              </li>
            ))}
            {work.reviews.length === 0 && <li className="text-muted-foreground">None yet.</li>}
          </ul>
        </section>
        <section>
          <h3 className="mb-1 font-semibold">Past plans</h3>
          <ul className="flex flex-col gap-1">
            {past.slice(0, 6).map(({ id, kind, cause, openedOn, closedOn, status, result }) => (
              <li key={id}>
                <span className="text-muted-foreground">
                  {dayText(openedOn)}
                  {closedOn && `, ${daysBetween(openedOn, closedOn)} d`}
                </span>{" "}
                {kind === "recovery" ? "Recovery plan" : "Action plan"}
                {cause && `, ${causeName(cause)}`}: {result ?? status}
              </li>
            ))}
            {past.length === 0 && <li className="text-muted-foreground">None.</li>}
          </ul>
        </section>
      </div>
    </div>
  );
}

function ClockLine({ clock, today }: { clock: OpenClock; today: Day }) {
  const isLate = clock.state === "breached";
  const Icon = isLate ? AlarmClock : Clock;
  return (
    <li className={cx("flex items-center gap-2", isLate && "font-medium")}>
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1">
        {isLate && "Late: "}
        {clock.text}
      </span>
      <span className="shrink-0 text-muted-foreground text-xs">
        due {inText(today, clock.dueOn)}
        {clock.ownerRole && ` · ${[roleWord(clock.ownerRole), clock.owner].filter(Boolean).join(" ")}`}
      </span>
    </li>
  );
}
