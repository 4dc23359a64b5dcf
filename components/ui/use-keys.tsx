"use client";
import { createContext, type ReactNode, useContext, useEffect } from "react";
import { type Options, useHotkeys } from "react-hotkeys-hook";
import { useLatest } from "./use-latest";

/** What a person chose: single characters off, or others in their place: `{ off: false, map: { e: "d" } }`. */
export interface KeyChoices {
  off: boolean;
  map: Readonly<Record<string, string>>;
}

/** Something that a key does and that can be chosen by its name as well. */
export interface KeyAction {
  does: string;
  key: string;
  run: () => void;
}

const KeyChoicesContext = createContext<KeyChoices>({ off: false, map: {} });
/** The first key of a sequence: the one that follows stands for nothing of its own. */
const PREFIX = "g";
const SEQUENCE_MILLIS = 1000;
let prefixAt = Number.NEGATIVE_INFINITY;
let isSecond = false;
if (typeof document !== "undefined")
  document.addEventListener(
    "keydown",
    ({ key, timeStamp }) => {
      isSecond = key !== PREFIX && timeStamp - prefixAt < SEQUENCE_MILLIS;
      prefixAt = key === PREFIX ? timeStamp : Number.NEGATIVE_INFINITY;
    },
    true,
  );

const known = new Set<{ current: KeyAction[] }>();

export function KeyChoicesProvider({ choices, children }: { choices: KeyChoices; children: ReactNode }) {
  return <KeyChoicesContext value={choices}>{children}</KeyChoicesContext>;
}

export function useKeyChoices(): KeyChoices {
  return useContext(KeyChoicesContext);
}

/** What the keys of the screen do now, by name. */
export function keyActions(): KeyAction[] {
  return [...known].flatMap(({ current }) => current);
}

interface KeyOptions extends Options {
  /** What each key does, in words: so it can be chosen by its name too. */
  does?: Readonly<Record<string, string>>;
  /** Keys of a dialog itself: they act while it is open, when all others are silent. */
  inDialog?: boolean;
  /** Keys that move, or go back and forth: held down they go on. Any other key acts once, however long it is held. */
  repeats?: boolean;
}

/** The one way to bind keys: `useKeys("e, h", (key) => …)`. The person's own choices hold, and `key` is always the key as
 * bound here, whichever was pressed. Chosen by name there is no event. */
export function useKeys(
  keys: string,
  run: (key: string, event: KeyboardEvent | null) => unknown,
  { does, inDialog = false, repeats = false, ...options }: KeyOptions = {},
): void {
  const { off, map } = useContext(KeyChoicesContext);
  const bound = keys
    .split(",")
    .map((key) => key.trim())
    .filter((key) => !(off && isCharacter(key)))
    .map((key) => ({ key, pressed: map[key] ?? key }));
  const latest = useLatest({ run, inDialog });
  const isBelow = () => !latest.current.inDialog && isDialogOpen();
  useHotkeys(
    bound.map(({ pressed }) => pressed),
    (event, { hotkey }) => {
      const found = bound.find(({ pressed }) => pressed === hotkey.trim()) ?? bound[0];
      if (event.repeat && !repeats) return;
      if (found && !isBelow() && !(isSecond && isCharacter(found.key) && !found.key.includes(">")))
        latest.current.run(found.key, event);
    },
    { ...options, ignoreEventWhen: isBelow, ...(bound.length === 0 ? { enabled: false } : {}) },
    [bound.map(({ pressed }) => pressed).join()],
  );
  const actions = useLatest(
    Object.entries(does ?? {}).map(([key, words]) => ({
      does: words,
      key: map[key] ?? key,
      run: () => void latest.current.run(key, null),
    })),
  );
  useEffect(() => {
    known.add(actions);
    return () => void known.delete(actions);
  }, [actions]);
}

/** Whether a dialog stands over the screen: no key acts on what lies below it, Escape closes the dialog alone. */
function isDialogOpen(): boolean {
  return document.querySelector("dialog[open]") !== null;
}

/** Whether a combination ends in a character and holds no control key: what speech and slips of the hand set off. */
function isCharacter(key: string): boolean {
  if (/\b(mod|ctrl|alt|meta)\b/.test(key)) return false;
  const last = key.split(/[+>]/).at(-1) ?? "";
  return last.length === 1 || last === "comma" || last === "slash";
}
