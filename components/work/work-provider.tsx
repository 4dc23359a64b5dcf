"use client";
import { createContext, type ReactNode, useContext, useState } from "react";
import { useToast } from "@/components/ui/toast";
import type { Role } from "@/lib/core/access";
import type { Day } from "@/lib/core/calendar";
import { DecisionDialog } from "./decision-dialog";
import { NoteDialog } from "./note-dialog";
import { OwnerDialog } from "./owner-dialog";
import { PlanDialog } from "./plan-dialog";
import { refusalOf, type WorkAct, type WorkTarget } from "./refusal";
import { type ReviewBegun, ReviewDialog } from "./review-dialog";
import { SnoozeDialog } from "./snooze-dialog";
import { TagDialog } from "./tag-dialog";
import { useAsk } from "./use-ask";
import { useMarks } from "./use-marks";

export type WorkKind = "snooze" | "note" | "plan" | "owner" | "review" | "tag" | "decide";

/** Who may own accounts: for the owner's field. */
export interface Owner {
  personId: number;
  name: string;
  isCsm: boolean;
  isAm: boolean;
}

interface Work {
  /** Why the reader may not do this about these accounts; null where they may. What is refused so opens no form. */
  refusal: (act: WorkAct, targets: readonly WorkTarget[]) => string | null;
  /** Opens the form of one kind of work on accounts. */
  open: (kind: WorkKind, targets: readonly WorkTarget[], begun?: ReviewBegun) => void;
  /** Takes accounts out of the queue until something new is the matter. */
  done: (targets: readonly WorkTarget[]) => void;
  /** Asks whoever fills their cards for them. */
  ask: (targets: readonly WorkTarget[]) => void;
  /** Marked in this tab, ahead of the server's answer: true out of the queue, false back in it. */
  marked: ReadonlyMap<number, boolean>;
}

interface Props {
  roles: readonly Role[];
  today: Day;
  owners: readonly Owner[];
  /** The measures of the model, for what a plan means to move. */
  measures: readonly { key: string; name: string }[];
  currency: string;
  children: ReactNode;
}

const WorkContext = createContext<Work | null>(null);

/** Gives a screen what can be done about an account: each kind has one short form, is undoable, and says when it failed. */
export function WorkProvider({ roles, today, owners, measures, currency, children }: Props) {
  const [form, setForm] = useState<{ kind: WorkKind; targets: readonly WorkTarget[]; begun: ReviewBegun } | null>(null);
  const { marked, mark } = useMarks();
  const ask = useAsk();
  const close = () => setForm(null);
  const toast = useToast();
  const refusal: Work["refusal"] = (act, targets) => refusalOf(roles, act, targets);
  const offer = (act: WorkAct, targets: readonly WorkTarget[], run: () => void) => {
    if (targets.length === 0) return;
    const title = refusal(act, targets);
    if (title) toast({ title });
    else run();
  };
  const work: Work = {
    refusal,
    open: (kind, targets, begun = {}) => offer(kind, targets, () => setForm({ kind, targets, begun })),
    done: (targets) => offer("done", targets, () => void mark(targets, { kind: "done" })),
    ask: (targets) => offer("ask", targets, () => void ask(targets)),
    marked,
  };
  const props = form && { targets: form.targets, onClose: close, today };
  return (
    <WorkContext value={work}>
      {children}
      {form?.kind === "snooze" && props && <SnoozeDialog {...props} onSnooze={mark} />}
      {form?.kind === "note" && props && <NoteDialog {...props} />}
      {form?.kind === "plan" && props && <PlanDialog {...props} owners={owners} measures={measures} />}
      {form?.kind === "owner" && props && <OwnerDialog {...props} owners={owners} />}
      {form?.kind === "review" && props && <ReviewDialog {...props} begun={form.begun} />}
      {form?.kind === "decide" && props && <DecisionDialog {...props} currency={currency} />}
      {form?.kind === "tag" && props && <TagDialog {...props} />}
    </WorkContext>
  );
}

export function useWork(): Work {
  const work = useContext(WorkContext);
  if (!work) throw new Error("useWork needs a WorkProvider above it");
  return work;
}
