import type { Page } from "@playwright/test";
import { comeAlive } from "./page-alive";
import { timeKey } from "./time-key";

const TIMES = 5;
/** Further than what is read ahead around the active row. */
const ROWS_APART = 3;
const ROWS = "[role=grid] tbody tr";
const ACTIVE = `${ROWS}[aria-selected=true] a`;
const PEEK = "aside[aria-label=Reasons]";
const GONE = { selector: PEEK, isThere: false };
/** The account, where it stands and its strongest reason. */
const FACTS = { selector: `${PEEK} section li`, isThere: true };
/** Where its points come from as well: what only the server knows. */
const WHOLE = { selector: `${PEEK} table`, isThere: true };

/** The median time in ms from a key to the frame that shows what it asked for. */
export interface Pauses {
  /** The peek with what the row knows, of an account of which the server was not asked yet. */
  peek: number;
  /** The whole peek of the same, answered by the server. */
  peekAnswered: number;
  /** The whole peek, of an account that this tab was told of before. */
  peekAtHand: number;
  /** Out of the queue. */
  done: number;
  /** Back in the queue. */
  undo: number;
}

/** Measures the peek and the undo in the queue, and leaves the queue as it was. */
export async function timePeekAndUndo(page: Page): Promise<Pauses> {
  const asked = new Set<string>();
  page.on("request", (request) => {
    const slug = /\/api\/peek\/(.+)$/.exec(request.url())?.[1];
    if (slug) asked.add(slug);
  });
  await page.goto("/triage?owner=me");
  await comeAlive(page, "[role=grid]");
  const times: Record<keyof Pauses, number[]> = { peek: [], peekAnswered: [], peekAtHand: [], done: [], undo: [] };
  const rows = await page.locator(ROWS).count();
  for (let row = 0; row + ROWS_APART < rows && times.peek.length < TIMES; row += ROWS_APART) {
    for (let step = 0; step < ROWS_APART; step++) await page.keyboard.press("j");
    const slug = (await page.locator(ACTIVE).getAttribute("href"))?.split("/").at(-1) ?? "";
    // Read ahead before the key could be pressed: that is the other kind.
    if (asked.has(slug)) continue;
    const [facts = Number.NaN, whole = Number.NaN] = await timeKey(page, "Space", [FACTS, WHOLE]);
    times.peek.push(facts);
    times.peekAnswered.push(whole);
    await timeKey(page, "Escape", [GONE]);
    times.peekAtHand.push(...(await timeKey(page, "Space", [WHOLE])));
    await timeKey(page, "Escape", [GONE]);
  }
  // The queue is as it was once the server has answered each mark and its taking back, one after the other.
  let answered = 0;
  page.on("response", (response) => {
    if (response.request().method() === "POST") answered++;
  });
  for (let time = 0; time < TIMES; time++) {
    // The keys act on the active row, which the peeks above have moved.
    const row = { selector: `${ROWS} a`, text: await page.locator(ACTIVE).innerText() };
    times.done.push(...(await timeKey(page, "e", [{ ...row, isThere: false }])));
    times.undo.push(...(await timeKey(page, "Control+z", [{ ...row, isThere: true }])));
  }
  while (answered < 2 * TIMES) await page.waitForTimeout(100);
  const median = (of: readonly number[]) => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? Number.NaN;
  return {
    peek: median(times.peek),
    peekAnswered: median(times.peekAnswered),
    peekAtHand: median(times.peekAtHand),
    done: median(times.done),
    undo: median(times.undo),
  };
}
