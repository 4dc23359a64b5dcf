"use client";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef } from "react";
import { answered } from "@/components/ui/answered";
import { useToast } from "@/components/ui/toast";
import { useKeys } from "@/components/ui/use-keys";
import { useLatest } from "@/components/ui/use-latest";

/** Something done, in words, and what takes it back; where that answers with a refusal, it is told. */
interface Step {
  title: string;
  undo: () => unknown;
  /** Does it once more, as a step of its own. */
  redo?: () => Promise<void> | void;
}

const MOST_STEPS = 100;
/** A screen takes back its own steps by these keys while it stands. */
let hasOwn = false;
const UndoContext = createContext<(step: Step) => () => void>(() => () => {});

/** Remembers the last hundred steps of this tab: each shows a toast with Undo, Ctrl+Z or ⌘Z takes the newest back, and with
 * Shift the last one taken back is done once more. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const steps = useRef<Step[]>([]);
  const toast = useToast();
  const undone = useRef<Step[]>([]);
  const isRedoing = useRef(false);
  const takeBack = async (step: Step | undefined) => {
    if (!step) return;
    steps.current = steps.current.filter((other) => other !== step);
    if (step.redo) undone.current.push(step);
    const said = await answered(Promise.resolve(step.undo()));
    if (!isRefused(said)) return;
    undone.current = undone.current.filter((other) => other !== step);
    const action = { label: "Retry", onClick: () => void takeBack(step) };
    toast({ title: `Not taken back: ${step.title}`, description: said.message, action, failed: true });
  };
  const doAgain = useCallback(async () => {
    const step = undone.current.pop();
    if (!step?.redo) return;
    isRedoing.current = true;
    await answered(Promise.resolve(step.redo()));
    isRedoing.current = false;
  }, []);
  const remember = (step: Step) => {
    const shown = {
      ...step,
      undo: () => {
        dismiss();
        return step.undo();
      },
    };
    steps.current = [...steps.current, shown].slice(-MOST_STEPS);
    // What is done anew leaves nothing to do again.
    if (!isRedoing.current) undone.current = [];
    const dismiss = toast({ title: step.title, action: { label: "Undo", onClick: () => void takeBack(shown) } });
    return () => {
      dismiss();
      steps.current = steps.current.filter((other) => other !== shown);
    };
  };
  const latest = useLatest(remember);
  useKeys("mod+z", () => hasOwn || void takeBack(steps.current.at(-1)), { preventDefault: true, repeats: true });
  useKeys("mod+shift+z", () => hasOwn || void doAgain(), { preventDefault: true, repeats: true });
  const value = useMemo(() => (step: Step) => latest.current(step), [latest]);
  return <UndoContext value={value}>{children}</UndoContext>;
}

function isRefused(said: unknown): said is { ok: false; message: string } {
  return said instanceof Object && "ok" in said && said.ok === false && "message" in said;
}

/** `remember({ title: "Northwind done", undo })` as something is done that can be taken back; what it returns forgets the step
 * again, where it failed after all. */
export function useUndo(): (step: Step) => () => void {
  return useContext(UndoContext);
}

interface OwnUndo {
  undo: (() => void) | null;
  redo: (() => void) | null;
  /** Whether they act in a field as well, in place of the field's own undo. */
  inFields: boolean;
}

/** Gives a screen with steps of its own the keys that take back and do again, for as long as it stands. */
export function useOwnUndo({ undo, redo, inFields }: OwnUndo): void {
  useEffect(() => {
    hasOwn = true;
    return () => {
      hasOwn = false;
    };
  }, []);
  const step = (run: (() => void) | null, event: KeyboardEvent | null) => {
    event?.preventDefault();
    run?.();
  };
  const does = { "mod+z": "Take back the last change" };
  useKeys("mod+z", (_, event) => step(undo, event), { enableOnFormTags: inFields, does, repeats: true });
  useKeys("mod+shift+z, mod+y", (_, event) => step(redo, event), { enableOnFormTags: inFields, repeats: true });
}
