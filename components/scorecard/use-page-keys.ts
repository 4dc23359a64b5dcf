"use client";
import { useKeys } from "@/components/ui/use-keys";
import type { Intent } from "./key-intent";

const ARROWS = ["up", "down", "left", "right"];
const INTENTS: Readonly<Record<string, Intent>> = {
  "1": { type: "answer", rank: 0 },
  "2": { type: "answer", rank: 1 },
  "3": { type: "answer", rank: 2 },
  "4": { type: "answer", rank: 3 },
  r: { type: "next_reason" },
  "mod+enter": { type: "confirm_all" },
  "mod+shift+enter": { type: "submit_ready" },
};
const DOES = {
  r: "Next reason that is asked for",
  "mod+enter": "Confirm all unchanged",
  "mod+shift+enter": "Confirm all answered",
};

/** The grid's keys while nothing on the page has taken them: arrows and Enter lead into it, the others act as they do inside. */
export function usePageKeys({ enter, press }: { enter: () => void; press: (intent: Intent) => void }): void {
  useKeys(
    [...ARROWS, "enter", ...Object.keys(INTENTS)].join(),
    (key, event) => {
      if (event && isTaken(event)) return;
      event?.preventDefault();
      const intent = INTENTS[key];
      if (intent) press(intent);
      else enter();
    },
    { does: DOES },
  );
}

/** Whether a key is somebody else's: what the grid has answered already, what is open over the page, or a link's own Enter. */
function isTaken({ target, key, ctrlKey, metaKey, defaultPrevented }: KeyboardEvent): boolean {
  if (defaultPrevented || !(target instanceof HTMLElement)) return true;
  if (document.querySelector("[popover=auto]:popover-open")) return true;
  const isOpening = key === "Enter" && !ctrlKey && !metaKey;
  return target.closest(`[role=grid] tbody${isOpening ? ", a, button, summary" : ""}`) !== null;
}
