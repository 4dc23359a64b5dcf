import type { Page } from "@playwright/test";

/** Waits until an element answers keys. */
export async function comeAlive(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((found) => {
    const element = document.querySelector(found);
    return element && Object.keys(element).some((key) => key.startsWith("__reactProps$"));
  }, selector);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
