"use client";
import { useEffect, useRef } from "react";
import { IMPORT_STEPS, type ImportStep, STEP_WORDS } from "./import-step";

/** The step's title. When the step changes, focus comes here, so that readers hear where they are. */
export function ImportStepHeading({ step }: { step: ImportStep }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    heading.current?.focus();
  }, [step]);
  return (
    <h2 ref={heading} tabIndex={-1} className="mb-3 font-semibold text-base focus:outline-none">
      <span className="sr-only">
        Step {IMPORT_STEPS.indexOf(step) + 1} of {IMPORT_STEPS.length}, {STEP_WORDS[step].name}:{" "}
      </span>
      {STEP_WORDS[step].asks}
    </h2>
  );
}
