import { Check, OctagonAlert } from "lucide-react";

type State = { is: "saved" | "saving" } | { is: "failed"; why: string };

/** Whether what is on screen is on the server. */
export function ImportSavedMark({ state }: { state: State }) {
  return (
    <p role="status" className="flex min-h-6 items-center gap-1 text-muted-foreground text-xs">
      {state.is === "saving" && "Saving…"}
      {state.is === "saved" && (
        <>
          <Check aria-hidden className="size-3.5" /> Kept. You can leave and come back.
        </>
      )}
      {state.is === "failed" && (
        <span className="flex items-center gap-1 font-medium text-foreground">
          <OctagonAlert aria-hidden className="size-3.5" /> Not kept: {state.why}
        </span>
      )}
    </p>
  );
}
