import type { Page } from "@playwright/test";

type Counted = { took: number[]; frameOf: (press: number) => Promise<void> };

/** Notes, in the page's `took`, how long each key takes from its press to after the frame that it led to. */
export function countFrames(page: Page): Promise<void> {
  return page.evaluate(() => {
    const took: number[] = [];
    const waiting = new Map<number, () => void>();
    const frameOf = (press: number) =>
      new Promise<void>((done) => {
        if (took.length > press) done();
        else waiting.set(press, done);
      });
    Object.assign(window, { took, frameOf });
    const after = new MessageChannel();
    let pressed = 0;
    after.port1.onmessage = () => {
      took.push(performance.now() - pressed);
      waiting.get(took.length - 1)?.();
    };
    addEventListener(
      "keydown",
      ({ timeStamp }) => {
        pressed = timeStamp;
        requestAnimationFrame(() => after.port2.postMessage(null));
      },
      true,
    );
  });
}

/** Presses keys one after the other, each once the frame of the one before it is shown; how long each took, in ms, in order.
 * The page says so by itself: to ask it again and again would be work that no key made. */
export async function pressCounted(page: Page, keys: readonly string[]): Promise<number[]> {
  for (const [press, key] of keys.entries()) {
    await page.keyboard.press(key);
    await page.evaluate((press) => (window as unknown as Counted).frameOf(press), press);
  }
  return page.evaluate(() => (window as unknown as Counted).took);
}
