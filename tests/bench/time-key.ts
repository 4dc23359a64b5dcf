import type { Page } from "@playwright/test";

/** What is waited for: an element, with this text where one is given, there or gone. */
export interface End {
  selector: string;
  text?: string;
  isThere: boolean;
}

/** From a key's press to after the frame in which each end is reached, in ms. */
export async function timeKey(page: Page, key: string, ends: readonly End[]): Promise<number[]> {
  await page.evaluate((ends) => {
    const took = new Promise<number[]>((settle) => {
      const isReached = ({ selector, text, isThere }: End) =>
        [...document.querySelectorAll(selector)].some((element) => !text || element.textContent === text) === isThere;
      const whenReached = (end: End, pressed: number) =>
        new Promise<number>((reach) => {
          const look = () => {
            if (!isReached(end)) return requestAnimationFrame(look);
            const after = new MessageChannel();
            after.port1.onmessage = () => reach(performance.now() - pressed);
            after.port2.postMessage(null);
          };
          requestAnimationFrame(look);
        });
      const onKey = (event: KeyboardEvent) => {
        if (event.key === "Control") return;
        removeEventListener("keydown", onKey, true);
        settle(Promise.all(ends.map((end) => whenReached(end, event.timeStamp))));
      };
      addEventListener("keydown", onKey, true);
    });
    Object.assign(window, { keyTook: took });
  }, ends);
  await page.keyboard.press(key);
  return page.evaluate(() => (window as unknown as { keyTook: Promise<number[]> }).keyTook);
}
