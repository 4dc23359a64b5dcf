import type { Saving } from "./use-model-draft";

const WORDS = { saved: "Saved", saving: "Saving …", unsaved: "Not saved yet" } as const;

/** How the draft stands with the one saved, in a word. */
export function SaveState({ saving }: { saving: Saving }) {
  const text =
    saving.state === "failed"
      ? `Not saved: ${saving.message}`
      : saving.state === "conflict"
        ? "Not saved: somebody else has changed it"
        : WORDS[saving.state];
  return (
    <span role="status" className={saving.state === "failed" ? "font-medium" : "text-muted-foreground"}>
      {text}
    </span>
  );
}
