"use client";
import { Dialog } from "@/components/ui/dialog";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { Day } from "@/lib/core/calendar";
import { paths } from "@/lib/paths";
import type { MeasureChoice } from "./measure-fields";
import type { Named } from "./plan-fields";
import { type PlanDraft, PlanForm } from "./plan-form";
import { type Target, targetsText } from "./target";
import { useDraft } from "./use-draft";

interface Props {
  targets: readonly Target[];
  today: Day;
  owners: readonly Named[];
  measures: readonly MeasureChoice[];
  onClose: () => void;
}

/** A plan for one account begins with what is known of it: its open plan, the cause that the numbers suggest, today's readings.
 * The same plan for several begins empty. */
export function PlanDialog({ targets, today, owners, measures, onClose }: Props) {
  const [target] = targets;
  const read = useDraft<PlanDraft>(target && targets.length === 1 ? paths.planDraft(target.slug) : null);
  const empty: PlanDraft = { plan: null, suggestion: null, measures, sponsors: [] };
  const draft = targets.length > 1 ? empty : read;
  if (draft && draft !== "failed")
    return (
      <PlanForm
        {...{ targets, today, onClose }}
        owners={owners}
        draft={draft.measures.length > 0 ? draft : { ...draft, measures }}
      />
    );
  return (
    <Dialog open onClose={onClose} title={`Plan for ${targetsText(targets)}`}>
      {draft === "failed" ? (
        <p>What is known of it could not be read. Close and try again.</p>
      ) : (
        <SkeletonRows rows={6} />
      )}
    </Dialog>
  );
}
