"use client";
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef } from "react";
import { useToast } from "@/components/ui/toast";
import { useKeys } from "@/components/ui/use-keys";

/** Something done, in words, and what takes it back. */
interface Step {
  title: string;
  undo: () => Promise<void> | void;
}

const MOST_STEPS = 100;
const UndoContext = createContext<(step: Step) => void>(() => {});

/** Remembers the last hundred steps of this tab: each shows a toast with Undo, and Ctrl+Z or ⌘Z takes the newest back. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const steps = useRef<Step[]>([]);
  const toast = useToast();
  const takeBack = useCallback((step: Step | undefined) => {
    if (!step) return;
    steps.current = steps.current.filter((other) => other !== step);
    void step.undo();
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
    const dismiss = toast({ title: step.title, action: { label: "Undo", onClick: () => takeBack(shown) } });
  };
  const latest = useRef(remember);
  latest.current = remember;
  useKeys("mod+z", () => takeBack(steps.current.at(-1)), { preventDefault: true });
  const value = useMemo(() => (step: Step) => latest.current(step), []);
  return <UndoContext value={value}>{children}</UndoContext>;
}

/** `remember({ title: "Northwind done", undo })` after something is done that can be taken back. */
export function useUndo(): (step: Step) => void {
  return useContext(UndoContext);
}
