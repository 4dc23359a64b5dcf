import type { Page } from "@playwright/test";
import { hydrated } from "@/tests/hydrated";

/** Waits until an element is there and answers keys. */
export async function comeAlive(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector);
  await page.waitForFunction(hydrated, selector);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
