"use client";
import { Dialog } from "@/components/ui/dialog";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { Day } from "@/lib/core/calendar";
import { dayText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { DecisionForm } from "./decision-form";
import { type Decided, DecisionList } from "./decision-list";
import type { Target } from "./target";
import { useDraft } from "./use-draft";

interface Draft {
  tone: number;
  clock: { text: string; dueOn: Day; state: string } | null;
  mayDecide: boolean;
  deciders: readonly string[];
  decisions: readonly Decided[];
}

interface Props {
  targets: readonly Target[];
  today: Day;
  currency: string;
  onClose: () => void;
}

/** Invest or accept the loss: a form for whoever may sign it, for others who that is and until when. */
export function DecisionDialog({ targets, today, currency, onClose }: Props) {
  const [target] = targets;
  const draft = useDraft<Draft>(target ? paths.decisionDraft(target.slug) : null);
  if (!target) return null;
  const title = `Decide about ${target.name}`;
  if (draft && draft !== "failed" && draft.mayDecide && (draft.tone === 1 || draft.clock))
    return (
      <DecisionForm {...{ target, today, currency, onClose, title }}>
        <Standing draft={draft} currency={currency} />
      </DecisionForm>
    );
  return (
    <Dialog open onClose={onClose} title={title}>
      {draft === null && <SkeletonRows rows={4} />}
      {draft === "failed" && <p>What is known of it could not be read. Close and try again.</p>}
      {draft && draft !== "failed" && (
        <div className="flex flex-col gap-3">
          <p>
            {draft.mayDecide
              ? "This account is not red: there is nothing to decide."
              : `${nameList(draft.deciders)} decides: invest, with a budget, an exit test and a new date, or accept the loss.`}
          </p>
          <Standing draft={draft} currency={currency} />
        </div>
      )}
    </Dialog>
  );
}

function Standing({ draft: { clock, decisions }, currency }: { draft: Draft; currency: string }) {
  return (
    <>
      {clock && (
        <p className="text-muted-foreground">
          {clock.text} · due {dayText(clock.dueOn)}
        </p>
      )}
      {decisions.length > 0 && <DecisionList decisions={decisions} currency={currency} />}
    </>
  );
}

function nameList(names: readonly string[]): string {
  if (names.length === 0) return "A manager";
  return names.length === 1 ? (names[0] as string) : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
