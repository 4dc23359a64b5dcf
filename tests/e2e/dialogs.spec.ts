import type { Page } from "@playwright/test";
import { expect, type Persona, signIn, test, violations } from "./flow";

/** What opens over the queue, for whom, by its key, and how it is called. */
const OVER_THE_QUEUE: readonly [Persona, string, RegExp][] = [
  ["csm", "p", /plan for/i],
  ["csm", "n", /^Note on/],
  ["csm", "h", /^Snooze/],
  ["manager", "a", /^Owner of/],
  ["csm", "l", /^Review of/],
  ["csm", "Control+k", /^Find or do/],
  ["csm", "?", /^Keys/],
];

async function expectNothingIn(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator("html")).toHaveClass(colorScheme === "dark" ? /\bdark\b/ : /\blight\b/);
  expect(await violations(page), colorScheme).toEqual([]);
}

for (const [persona, key, name] of OVER_THE_QUEUE) {
  test(`axe finds nothing with what ${key} opens, in light and dark`, async ({ page }) => {
    await signIn(page, persona, persona === "csm" ? "/triage?owner=me" : "/triage?owner=team");
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog", { name })).toBeVisible();
    await expectNothingIn(page, "light");
    await expectNothingIn(page, "dark");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name })).toBeHidden();
  });
}

test("letters pressed on a dialog's button do nothing to the list below it", async ({ page }) => {
  await signIn(page, "csm", "/accounts?owner=me");
  const active = page.locator("[role=grid] [data-active]");
  await expect(active).toHaveAttribute("id", "row-0");
  await page.keyboard.press("n");
  const form = page.getByRole("dialog", { name: /^Note on/ });
  await form.getByRole("button", { name: "Cancel" }).focus();
  for (const key of ["j", "ArrowDown", "x", "e", "]"]) await page.keyboard.press(key);
  await expect(active).toHaveAttribute("id", "row-0");
  await page.keyboard.press("Escape");
  await expect(form).toBeHidden();
  await expect(active).toHaveAttribute("id", "row-0");
  await expect(page.getByRole("region", { name: "Chosen accounts" })).toBeHidden();
  await expect(page.getByText(/ done$/)).toHaveCount(0);
  await page.keyboard.press("j");
  await expect(active).toHaveAttribute("id", "row-1");
});

test("a CSM, who assigns no owners, is told so at the key, and no form opens", async ({ page }) => {
  await signIn(page, "csm", "/triage?owner=me");
  await page.keyboard.press("a");
  await expect(page.getByText("Owners are assigned by managers and administrators.")).toBeVisible();
  await expect(page.getByRole("dialog", { name: /^Owner of/ })).toBeHidden();
});

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
