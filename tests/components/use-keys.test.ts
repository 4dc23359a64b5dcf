import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, it, vi } from "vitest";
import { useKeys } from "@/components/ui/use-keys";

type Bound = [string[], (event: KeyboardEvent, told: { hotkey: string }) => void, { ignoreEventWhen: () => boolean }];
const bound: Bound[] = [];
vi.mock("react-hotkeys-hook", () => ({ useHotkeys: (...given: Bound) => bound.push(given) }));
afterEach(() => vi.unstubAllGlobals());

/** Binds keys, presses one while a dialog is open or none, and tells what acted; null where the press was not even looked at. */
function pressed(key: string, { isOpen, inDialog }: { isOpen: boolean; inDialog: boolean }): string[] | null {
  const acted: string[] = [];
  const Screen = () => {
    useKeys("j, e, escape", (pressed) => acted.push(pressed), { inDialog });
    return null;
  };
  renderToStaticMarkup(createElement(Screen));
  vi.stubGlobal("document", { querySelector: (asked: string) => (isOpen && asked === "dialog[open]" ? {} : null) });
  const [, press, { ignoreEventWhen }] = bound.at(-1) as Bound;
  press({} as KeyboardEvent, { hotkey: key });
  return ignoreEventWhen() && acted.length === 0 ? null : acted;
}

it("no key of a screen acts while a dialog stands over it", () => {
  for (const key of ["j", "e", "escape"]) {
    expect(pressed(key, { isOpen: false, inDialog: false })).toEqual([key]);
    expect(pressed(key, { isOpen: true, inDialog: false })).toBeNull();
  }
});

it("a dialog's own keys act while it is open", () => {
  expect(pressed("e", { isOpen: true, inDialog: true })).toEqual(["e"]);
});
