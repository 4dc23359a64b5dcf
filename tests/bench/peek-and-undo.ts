import type { Page } from "@playwright/test";
import { comeAlive } from "./page-alive";

const TIMES = 5;

/** The median time in ms from a key to the frame that shows what it asked for. */
export interface Pauses {
  /** The reasons, of an account whose reasons this tab has had before. */
  peekAtHand: number;
  /** The reasons, asked of the server. */
  peekAsked: number;
  /** Out of the queue. */
  done: number;
  /** Back in the queue. */
  undo: number;
}

/** Measures the peek and the undo in the queue, and leaves the queue as it was. */
export async function timePeekAndUndo(page: Page): Promise<Pauses> {
  await page.goto("/triage?owner=me");
  await comeAlive(page, "[role=grid]");
  const asked: number[] = [];
  const atHand: number[] = [];
  const done: number[] = [];
  const undo: number[] = [];
  const panel = "aside[aria-label=Reasons] h2";
  const rows = "[role=grid] tbody tr";
  for (let time = 0; time < TIMES; time++) {
    for (const into of [asked, atHand]) {
      into.push(await timeKey(page, " ", panel, "there"));
      await timeKey(page, "Escape", panel, "gone");
    }
    await page.keyboard.press("j");
  }
  // The queue is as it was once the server has answered each mark and its taking back, one after the other.
  let answered = 0;
  page.on("response", (response) => {
    if (response.request().method() === "POST") answered++;
  });
  for (let time = 0; time < TIMES; time++) {
    // The keys act on the active row, which the peeks above have moved.
    const name = await page.locator(`${rows}[aria-selected=true] a`).innerText();
    done.push(await timeKey(page, "e", `${rows} a`, "gone", name));
    undo.push(await timeKey(page, "Control+z", `${rows} a`, "there", name));
  }
  while (answered < 2 * TIMES) await page.waitForTimeout(100);
  const median = (of: readonly number[]) => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? Number.NaN;
  return { peekAtHand: median(atHand), peekAsked: median(asked), done: median(done), undo: median(undo) };
}

/** From a key's press to after the frame in which an element (with this text, where one is given) is there or gone. */
async function timeKey(page: Page, key: string, selector: string, end: "there" | "gone", text?: string) {
  await page.evaluate(
    ([selector, end, text]) => {
      const took = new Promise<number>((settle) => {
        const isThere = () =>
          [...document.querySelectorAll(selector)].some((element) => !text || element.textContent === text);
        const wait = (pressed: number) => {
          if (isThere() !== (end === "there")) return requestAnimationFrame(() => wait(pressed));
          const after = new MessageChannel();
          after.port1.onmessage = () => settle(performance.now() - pressed);
          after.port2.postMessage(null);
        };
        const onKey = (event: KeyboardEvent) => {
          if (event.key === "Control") return;
          removeEventListener("keydown", onKey, true);
          requestAnimationFrame(() => wait(event.timeStamp));
        };
        addEventListener("keydown", onKey, true);
      });
      Object.assign(window, { keyTook: took });
    },
    [selector, end, text ?? ""] as const,
  );
  await page.keyboard.press(key === " " ? "Space" : key);
  return page.evaluate(() => (window as unknown as { keyTook: Promise<number> }).keyTook);
}
