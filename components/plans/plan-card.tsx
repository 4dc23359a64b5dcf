"use client";
import { Calendar, Check } from "lucide-react";
import { BandBadge } from "@/components/health/band-badge";
import { toneOfCode } from "@/components/health/band-glyph";
import { bandName } from "@/components/triage/queue-row";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { Day } from "@/lib/core/calendar";
import { paths } from "@/lib/paths";
import { Due } from "./plan-columns";
import type { PlanLine } from "./plan-line";
import { PlanStatus } from "./plan-status";

export type PlanWork = "done" | "reschedule" | "edit" | "approve";

interface Props {
  plan: PlanLine;
  today: Day;
  onWork: (what: PlanWork) => void;
}

/** The same plan on a phone: account, next step and day, how it stands, and what can be done at once. */
export function PlanCard({ plan, today, onWork }: Props) {
  const isOpen = plan.status === "open" && plan.mayWork;
  return (
    <li className="rounded-card border bg-card p-3">
      <div className="flex items-start justify-between gap-3">
        <Link href={paths.account(plan.slug)} className="min-w-0 font-medium">
          <bdi className="line-clamp-2">{plan.name}</bdi>
        </Link>
        <BandBadge tone={toneOfCode(plan.tone)} name={bandName(plan.band)} />
      </div>
      <p className="mt-1">{plan.nextStep ?? "No next step"}</p>
      <p className="text-xs">
        <Due row={plan} today={today} /> · {plan.owner ?? "nobody"}
      </p>
      <div className="mt-1">
        <PlanStatus plan={plan} />
      </div>
      {(isOpen || plan.mayApprove) && (
        <div className="mt-2 flex flex-wrap justify-end gap-2">
          {isOpen && (
            <>
              <Button size="icon" aria-label={`Reschedule ${plan.name}`} onClick={() => onWork("reschedule")}>
                <Calendar aria-hidden className="size-4" />
              </Button>
              <Button size="icon" aria-label={`The step of ${plan.name} is done`} onClick={() => onWork("done")}>
                <Check aria-hidden className="size-4" />
              </Button>
              <Button onClick={() => onWork("edit")}>Change</Button>
            </>
          )}
          {plan.mayApprove && (
            <Button variant="primary" onClick={() => onWork("approve")}>
              Approve
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
