"use client";
import { useMemo, useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { saveRanking } from "@/lib/actions/settings";
import { PRIORITY_FORMULA, PriorityFormula } from "@/lib/core/portfolio/priority-formula";
import { Figure } from "./figure";
import { RankMoves } from "./rank-moves";
import { UrgencyFields } from "./urgency-fields";

/** Edits the figures of the ranking formula; who changes place among the first twenty stands beside it before it is saved. */
export function RankingForm({ formula }: { formula: PriorityFormula }) {
  const toast = useToast();
  const [draft, setDraft] = useState(formula);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const checked = useMemo(() => PriorityFormula.safeParse(draft), [draft]);
  const problem = checked.success ? refusal : (checked.error.issues[0]?.message ?? null);
  const isSame = JSON.stringify(draft) === JSON.stringify(formula);
  const isShipped = JSON.stringify(draft) === JSON.stringify(PRIORITY_FORMULA);
  const change = (part: Partial<PriorityFormula>) => {
    setRefusal(null);
    setDraft((before) => ({ ...before, ...part }));
  };
  const save = () =>
    startTransition(async () => {
      const result = await answered(saveRanking({ formula: isShipped ? null : draft }));
      if (result.ok) toast({ title: "Saved: the queue is in its new order" });
      else setRefusal(result.message);
    });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
        <Figure
          label="ARR counts at least"
          value={draft.arr.least}
          onChange={(least) => change({ arr: { ...draft.arr, least } })}
        />
        <Figure
          label="ARR counts at most"
          value={draft.arr.most}
          onChange={(most) => change({ arr: { ...draft.arr, most } })}
        />
        <Figure
          label="Fell freshly ×"
          hint="10 points or more in 14 days"
          value={draft.fellFreshly}
          onChange={(fellFreshly) => change({ fellFreshly })}
        />
        <Figure
          label="Clock breached ×"
          value={draft.clockBreached}
          onChange={(clockBreached) => change({ clockBreached })}
        />
        <Figure
          label="Next step ahead ×"
          hint="A dated one; 0 hides it at the end"
          value={draft.hasNextStep}
          onChange={(hasNextStep) => change({ hasNextStep })}
        />
        <Figure
          label="Unknown health counts as"
          value={draft.unknownHealth}
          onChange={(unknownHealth) => change({ unknownHealth })}
        />
      </div>
      <UrgencyFields urgency={draft.urgency} onChange={(urgency) => change({ urgency })} />
      {problem && (
        <p role="alert" className="font-medium">
          {problem}
        </p>
      )}
      {checked.success && !isSame && <RankMoves formula={checked.data} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={isPending || isSame || !checked.success}>
          {isPending ? "Saving…" : "Save the formula"}
        </Button>
        {!isShipped && <Button onClick={() => change(PRIORITY_FORMULA)}>The figures shipped</Button>}
      </div>
    </form>
  );
}
