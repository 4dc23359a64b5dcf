"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { heard } from "@/components/ui/signed-out";
import { useLeaveWarning } from "@/components/ui/use-leave-warning";
import { saveDraft } from "@/lib/actions/model";
import type { Model } from "@/lib/core/health/model";
import { changed, historyOf, redone, undone } from "@/lib/core/model-draft/draft-history";

export type Conflict = { model: Model; revision: number; by: string | null; at: string };
export type Saving =
  | { state: "saved" | "saving" | "unsaved" }
  | { state: "failed"; message: string; isRefused: boolean; model: Model }
  | { state: "conflict"; theirs: Conflict };

/** So long after the last change a draft is saved, and tried again where the server did not answer. */
const PAUSE_MILLIS = 800;
const AGAIN_MILLIS = 5000;
const NO_ANSWER = "the server did not answer. Your changes are kept here and tried again.";

/** A draft in the browser: its model, steps to take back, and how it stands with the one saved. */
export function useModelDraft(draft: { id: number; model: Model; revision: number }) {
  const [history, setHistory] = useState(() => historyOf(draft.model));
  const [saving, setSaving] = useState<Saving>({ state: "saved" });
  const [saved, setSaved] = useState({ model: draft.model, revision: draft.revision });
  const isBusy = useRef(false);
  const model = history.present;
  const isSaved = saved.model === model;

  const save = useCallback(
    async (what: Model, revision: number) => {
      isBusy.current = true;
      setSaving({ state: "saving" });
      const result = heard(await saveDraft({ id: draft.id, revision, model: what }).catch(() => null));
      isBusy.current = false;
      const failed = (message: string, isRefused: boolean) =>
        setSaving({ state: "failed", message, isRefused, model: what });
      if (!result) return failed(NO_ANSWER, false);
      if (!result.ok) return failed(result.message, result.kind !== "unauthenticated");
      const { value } = result;
      if (!value.isSaved) return setSaving({ state: "conflict", theirs: value });
      setSaved({ model: what, revision: value.revision });
      setSaving({ state: "saved" });
    },
    [draft.id],
  );

  useEffect(() => {
    if (isSaved || saving.state === "conflict" || saving.state === "saving") return;
    const isSame = saving.state === "failed" && saving.model === model;
    if (isSame && saving.isRefused) return;
    const pause = isSame ? AGAIN_MILLIS : PAUSE_MILLIS;
    const timer = setTimeout(() => isBusy.current || void save(model, saved.revision), pause);
    return () => clearTimeout(timer);
  }, [isSaved, model, save, saved.revision, saving]);

  useLeaveWarning(!isSaved);

  return {
    model,
    saved,
    saving: saving.state === "saved" && !isSaved ? ({ state: "unsaved" } as const) : saving,
    change: (next: Model, tag: string | null = null) => setHistory((before) => changed(before, next, tag)),
    /** The next change is a step of its own, whatever it changes. */
    settle: () => setHistory((before) => ({ ...before, tag: null })),
    undo: history.past.length > 0 ? () => setHistory(undone) : null,
    redo: history.future.length > 0 ? () => setHistory(redone) : null,
    /** Ends a conflict: theirs in place of ours (which can be taken back), or ours over theirs. */
    take: (theirs: Conflict) => {
      setSaved({ model: theirs.model, revision: theirs.revision });
      setHistory((before) => changed(before, theirs.model));
      setSaving({ state: "saved" });
    },
    keep: (theirs: Conflict) => void save(model, theirs.revision),
  };
}
