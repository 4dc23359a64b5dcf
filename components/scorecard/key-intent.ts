/** What a key asks of the grid; taking back and doing again are the screen's. */
export type Intent =
  | { type: "move"; rows: number; columns: number }
  | { type: "edge"; edge: "row_start" | "row_end" | "first" | "last" }
  | { type: "extend"; rows: number; columns: number }
  | { type: "answer"; rank: number }
  | { type: "clear" | "confirm" | "confirm_all" | "submit_ready" | "note" | "choose" | "next_reason" }
  | { type: "select_all" | "collapse" | "fill_down" };

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
  r: { type: "next_reason" },
  " ": { type: "choose" },
  Escape: { type: "collapse" },
};
const WITH_SHIFT: Readonly<Record<string, Intent>> = {
  ArrowUp: { type: "extend", rows: -1, columns: 0 },
  ArrowDown: { type: "extend", rows: 1, columns: 0 },
  ArrowLeft: { type: "extend", rows: 0, columns: -1 },
  ArrowRight: { type: "extend", rows: 0, columns: 1 },
  PageUp: { type: "extend", rows: -10, columns: 0 },
  PageDown: { type: "extend", rows: 10, columns: 0 },
};
const WITH_COMMAND_SHIFT: Readonly<Record<string, Intent>> = {
  Enter: { type: "submit_ready" },
  ArrowUp: { type: "extend", rows: -1000, columns: 0 },
  ArrowDown: { type: "extend", rows: 1000, columns: 0 },
};
const WITH_COMMAND: Readonly<Record<string, Intent>> = {
  Enter: { type: "confirm_all" },
  Home: { type: "edge", edge: "first" },
  End: { type: "edge", edge: "last" },
  a: { type: "select_all" },
  d: { type: "fill_down" },
};

/** The intent of a key pressed on a cell; null where the key is not the grid's. */
export function intentOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): Intent | null {
  if (altKey) return null;
  const withCommand = ctrlKey || metaKey;
  const keys = withCommand ? (shiftKey ? WITH_COMMAND_SHIFT : WITH_COMMAND) : shiftKey ? WITH_SHIFT : PLAIN;
  return keys[key.length === 1 ? key.toLowerCase() : key] ?? null;
}
