import { type Locator, type Page, test as unwatched } from "@playwright/test";
import { comeAlive, expect, signIn } from "./flow";

const PHONE = { width: 390, height: 844 };
const SIZES = [{ width: 1440, height: 900 }, { width: 1024, height: 768 }, PHONE];

/** The AM's month with two refusals told, one after the other: nothing is saved. */
async function refused(page: Page): Promise<Locator> {
  await signIn(page, "am", "/scorecards");
  await comeAlive(page);
  await page.route("**/scorecards**", (route) =>
    route.request().method() === "POST" ? route.fulfill({ status: 500, body: "no" }) : route.continue(),
  );
  await page.getByRole("button", { name: /^Submit / }).click();
  await page.getByRole("textbox", { name: /stay open/ }).fill("On holiday");
  const toasts = page.getByRole("region", { name: "Notifications" }).locator("[role=dialog], [role=alertdialog]");
  for (const count of [1, 2]) {
    await page.getByRole("button", { name: "Submit", exact: true }).click();
    await expect(toasts).toHaveCount(count);
  }
  return toasts;
}

const boxOf = async (locator: Locator) => (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };

/** Whether two things on the screen lie over each other. */
async function overlap(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await boxOf(one), await boxOf(other)];
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

// A request that fails is an error in the console: what these are about.
for (const viewport of SIZES) {
  unwatched(`at ${viewport.width} toasts hide nothing that is answered with, and F6 reaches them`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const toasts = await refused(page);
    const worked =
      viewport === PHONE
        ? [
            page.getByRole("button", { name: "Confirm, next" }),
            page.getByRole("group", { name: "Champion" }),
            page.getByRole("navigation", { name: "Screens" }).filter({ visible: true }),
          ]
        : [page.getByRole("region", { name: /^Scorecards of/ })];
    for (const thing of worked) {
      await expect(thing).toBeVisible();
      for (const toast of await toasts.all()) expect(await overlap(toast, thing)).toBe(false);
    }
    await page.keyboard.press("F6");
    await expect(page.getByRole("region", { name: "Notifications" })).toBeFocused();
  });
}
