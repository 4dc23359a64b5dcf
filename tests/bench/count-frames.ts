import type { Page } from "@playwright/test";

/** Notes, in the page's `took`, how long each key takes from its press to after the frame that it led to. */
export function countFrames(page: Page): Promise<void> {
  return page.evaluate(() => {
    const took: number[] = [];
    Object.assign(window, { took });
    const after = new MessageChannel();
    let pressed = 0;
    after.port1.onmessage = () => took.push(performance.now() - pressed);
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
