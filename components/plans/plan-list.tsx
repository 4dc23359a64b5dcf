"use client";
import { useRouter } from "next/navigation";
import { useCallback, useMemo, useState } from "react";
import { DataTable, type ListSort } from "@/components/data-table/data-table";
import { useListKeys } from "@/components/data-table/use-list-keys";
import { PeekPanel } from "@/components/triage/peek-panel";
import { usePeekAhead } from "@/components/triage/use-peek-ahead";
import { usePeeked, usePeekFollows } from "@/components/triage/use-peeked";
import { Kbd } from "@/components/ui/kbd";
import { PageLinks } from "@/components/ui/page-links";
import { useToast } from "@/components/ui/toast";
import { useKeys } from "@/components/ui/use-keys";
import { useWork } from "@/components/work/work-provider";
import type { Day } from "@/lib/core/calendar";
import { dayText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { ApproveDialog } from "./approve-dialog";
import { NextStepDialog } from "./next-step-dialog";
import { PlanCard, type PlanWork } from "./plan-card";
import { planColumns } from "./plan-columns";
import type { PlanLine } from "./plan-line";
import { RescheduleDialog } from "./reschedule-dialog";
import { usePlanSteps } from "./use-plan-steps";

interface Props {
  rows: readonly PlanLine[];
  today: Day;
  currency: string;
  peek: string | null;
  measures: readonly { key: string; name: string }[];
  sort: ListSort;
  first: string | null;
  next: string | null;
}

const KEYS: Readonly<Record<string, PlanWork>> = { e: "done", h: "reschedule", p: "edit", v: "approve" };
const KEY_WORDS = { e: "The step is done", h: "Reschedule", p: "Change the plan", v: "Approve or give back" };

/** The plans: one row each, moved through by j and k; one key each does the step, moves it, changes or approves the plan. */
export function PlanList({ rows: listed, today, currency, peek: initialPeek, measures, sort, first, next }: Props) {
  const router = useRouter();
  const work = useWork();
  const toast = useToast();
  const peeked = usePeeked();
  const { peek, setPeek } = peeked;
  const [form, setForm] = useState<{ what: PlanWork; plan: PlanLine } | null>(null);
  const { rows, setStep } = usePlanSteps(listed);
  const columns = useMemo(() => planColumns(today, currency), [today, currency]);
  const slugAt = useCallback((index: number) => rows[index]?.slug ?? "", [rows]);
  const {
    active,
    setActive,
    row: activeRow,
  } = useListKeys({
    ids: rows.map(({ planId }) => planId),
    start: Math.max(
      0,
      rows.findIndex(({ slug }) => slug === initialPeek),
    ),
    onOpen: (index) => router.push(`${paths.account(slugAt(index))}#plan`),
    onPeek: (index) => setPeek(peek === slugAt(index) ? null : slugAt(index)),
    onClose: () => setPeek(null),
  });
  usePeekFollows(activeRow, slugAt, peeked);
  const onPointerOver = usePeekAhead(activeRow, slugAt);
  const start = (what: PlanWork, plan: PlanLine | undefined) => {
    if (!plan) return;
    const refusal = refusalOf(what, plan);
    if (refusal) return void toast({ title: `Not done: ${plan.name}`, description: refusal });
    if (what === "edit") work.open("plan", [plan]);
    else setForm({ what, plan });
  };
  useKeys(Object.keys(KEYS).join(","), (key) => start(KEYS[key] as PlanWork, rows[active]), {
    preventDefault: true,
    does: KEY_WORDS,
  });
  const close = () => setForm(null);
  const plan = form?.plan;
  return (
    <div data-peek={peek || undefined} className="flex items-start gap-6 max-xl:gap-4">
      <div className="min-w-0 flex-1">
        <div className="max-md:hidden" onPointerOver={onPointerOver}>
          <DataTable
            label="Plans"
            columns={columns}
            rows={rows}
            rowKey={({ planId }) => planId}
            sort={sort}
            active={active}
            onChoose={setActive}
            isTall
          />
        </div>
        <ul className="flex flex-col gap-2 md:hidden">
          {rows.map((row) => (
            <PlanCard key={row.planId} plan={row} today={today} onWork={(what) => start(what, row)} />
          ))}
        </ul>
        <footer className="mt-3 flex flex-wrap items-center gap-3 text-muted-foreground text-xs">
          <PageLinks first={first} next={next} words="Next page" />
          <span className="max-md:hidden">
            <Kbd>j</Kbd> <Kbd>k</Kbd> move · <Kbd>e</Kbd> step done · <Kbd>h</Kbd> reschedule · <Kbd>p</Kbd> change ·{" "}
            {rows.some(({ mayApprove }) => mayApprove) && (
              <>
                <Kbd>v</Kbd> approve ·{" "}
              </>
            )}
            <Kbd>?</Kbd> all keys
          </span>
        </footer>
      </div>
      {peek && (
        <PeekPanel
          slug={peek}
          row={rows.find(({ slug }) => slug === peek)}
          currency={currency}
          today={today}
          onClose={() => setPeek(null)}
        />
      )}
      {plan && form.what === "done" && (
        <NextStepDialog
          {...{ plan, today, onClose: close }}
          onNext={(step) => void setStep(plan, step, { isDone: true, words: "step done" })}
        />
      )}
      {plan && form.what === "reschedule" && (
        <RescheduleDialog
          what={plan.nextStep ?? plan.name}
          {...{ today, onClose: close }}
          onMove={(dueOn) =>
            void setStep(plan, { nextStep: plan.nextStep, dueOn }, { words: `moved to ${dayText(dueOn)}` })
          }
        />
      )}
      {plan && form.what === "approve" && <ApproveDialog {...{ plan, measures, onClose: close }} />}
    </div>
  );
}

/** Why a key does nothing on a plan, in words; null where it does. */
function refusalOf(what: PlanWork, { status, state, mayWork, mayApprove }: PlanLine): string | null {
  if (status !== "open") return "This plan is closed.";
  if (what !== "approve") return mayWork ? null : "The account's own CSM, AM or manager works its plan.";
  if (mayApprove) return null;
  return state === "waiting" ? "Leadership approves a recovery plan." : "No approval is asked for.";
}
