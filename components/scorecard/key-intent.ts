/** What a key asks of the grid. */
export type Intent =
  | { type: "move"; rows: number; columns: number }
  | { type: "edge"; edge: "row_start" | "row_end" | "first" | "last" }
  | { type: "answer"; rank: number }
  | { type: "clear" | "confirm" | "confirm_all" | "note" | "choose" };

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

const PLAIN: Readonly<Record<string, Intent>> = {
  ArrowUp: { type: "move", rows: -1, columns: 0 },
  ArrowDown: { type: "move", rows: 1, columns: 0 },
  ArrowLeft: { type: "move", rows: 0, columns: -1 },
  ArrowRight: { type: "move", rows: 0, columns: 1 },
  PageUp: { type: "move", rows: -10, columns: 0 },
  PageDown: { type: "move", rows: 10, columns: 0 },
  Home: { type: "edge", edge: "row_start" },
  End: { type: "edge", edge: "row_end" },
  "1": { type: "answer", rank: 0 },
  "2": { type: "answer", rank: 1 },
  "3": { type: "answer", rank: 2 },
  "4": { type: "answer", rank: 3 },
  "0": { type: "clear" },
  Delete: { type: "clear" },
  Backspace: { type: "clear" },
  Enter: { type: "confirm" },
  F2: { type: "note" },
  n: { type: "note" },
  " ": { type: "choose" },
};
const WITH_COMMAND: Readonly<Record<string, Intent>> = {
  Enter: { type: "confirm_all" },
  Home: { type: "edge", edge: "first" },
  End: { type: "edge", edge: "last" },
};

/** The intent of a key pressed on a cell; null where the key is not the grid's. */
export function intentOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): Intent | null {
  if (altKey || shiftKey) return null;
  return (ctrlKey || metaKey ? WITH_COMMAND : PLAIN)[key] ?? null;
}
