import { chromium, type Page } from "@playwright/test";
import { comeAlive } from "./page-alive";

/** What a measurement finds on a page of one of the demo's people, who has signed in to the app at `base` and is sent to `path`. */
export async function signedIn<Found>(
  base: string,
  persona: "csm" | "am" | "manager",
  path: string,
  measure: (page: Page) => Promise<Found>,
): Promise<Found> {
  const executablePath = process.env.CHROMIUM_PATH;
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: base });
    page.setDefaultTimeout(120_000);
    // tsx names functions by a call that a page does not have.
    await page.addInitScript("globalThis.__name = (named) => named");
    await page.goto(`/sign-in?from=${encodeURIComponent(path)}`);
    await comeAlive(page, "form");
    await page.getByLabel("Email").fill(`${persona}@demo.test`);
    await page.getByLabel("Password").fill("bellwether-demo");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === path.split("?")[0]);
    return await measure(page);
  } finally {
    await browser.close();
  }
}
