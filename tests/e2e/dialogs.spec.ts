import type { Page } from "@playwright/test";
import { expect, signIn, test, violations } from "./flow";

/** What opens over the queue, by its key, and how it is called. */
const OVER_THE_QUEUE: readonly [string, RegExp][] = [
  ["p", /plan for/i],
  ["n", /^Note on/],
  ["h", /^Snooze/],
  ["a", /^Owner of/],
  ["l", /^Review of/],
  ["Control+k", /^Find or do/],
  ["?", /^Keys/],
];

async function expectNothingIn(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator("html")).toHaveClass(colorScheme === "dark" ? /\bdark\b/ : /\blight\b/);
  expect(await violations(page), colorScheme).toEqual([]);
}

for (const [key, name] of OVER_THE_QUEUE) {
  test(`axe finds nothing with what ${key} opens, in light and dark`, async ({ page }) => {
    await signIn(page, "csm", "/triage?owner=me");
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog", { name })).toBeVisible();
    await expectNothingIn(page, "light");
    await expectNothingIn(page, "dark");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name })).toBeHidden();
  });
}

test("bands keep a shape and their text in forced colours, in the queue and on an account's page", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  for (const path of ["/triage", "/accounts/northwind-freight"]) {
    await signIn(page, "csm", path);
    const glyph = page.locator("svg.band-glyph:visible").first();
    const [drawn, text] = await glyph.evaluate((element) => {
      const canvasText = document.createElement("span");
      canvasText.style.color = "CanvasText";
      document.body.append(canvasText);
      return [getComputedStyle(element).color, getComputedStyle(canvasText).color];
    });
    expect(drawn).toBe(text);
  }
});
