import { expect, signIn, test, violations } from "./flow";

// Works on a draft of its own, by its name, and never publishes: that would score everybody anew under other flows.
const NAME = `Studio flow's own draft ${Date.now()}`;

test("an administrator starts a draft from a template, edits it by keyboard, is advised, comes back to it, and discards it", async ({
  page,
}) => {
  await signIn(page, "admin", "/model");
  await expect(page.getByRole("heading", { name: /^Model: .*, version \d+$/ })).toBeVisible();
  await page.getByRole("button", { name: "Start a draft: Risk-based" }).press("Enter");
  await page.waitForURL("**/model/draft?id=*");
  const address = page.url();
  await page.getByLabel("Name of the model").fill(NAME);

  const weight = page.getByRole("spinbutton", { name: "Weight of Active-user trend" });
  await weight.press("ArrowUp");
  await expect(weight).toHaveValue("26");
  await expect(page.getByText("Weights: 101: 1 over 100; shares count, so any total works")).toBeVisible();
  await weight.fill("90");
  const advice = page.getByRole("region", { name: "Advice" });
  await expect(advice.getByText(/Active-user trend carries \d+% of the weight/)).toBeVisible();
  await weight.fill("0");
  await expect(page.getByText("a weight is a number above 0")).toBeVisible();
  await expect(page.getByRole("button", { name: "Publish …" })).toBeDisabled();
  await page.keyboard.press("Control+z");
  await expect(weight).toHaveValue("25");
  await weight.fill("90");

  await page.getByRole("button", { name: "Edit Active-user trend" }).press("Enter");
  const best = page.getByRole("button", { name: /^Best: / });
  await expect(best).toHaveAccessibleName(/5% earns 100 points/);
  await best.press("Shift+ArrowRight");
  await expect(best).not.toHaveAccessibleName(/: 5% earns/);
  await page.getByRole("spinbutton", { name: "Active-user trend: 100 points at" }).fill("8");
  await expect(best).toHaveAccessibleName(/8% earns 100 points/);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  await page.goto("/model");
  await page.getByRole("link", { name: NAME }).press("Enter");
  await page.waitForURL(address);
  await expect(page.getByRole("spinbutton", { name: "Weight of Active-user trend" })).toHaveValue("90");
  await expect(page.getByText("−25% → 0, 8% → 100").first()).toBeVisible();

  await page.getByRole("button", { name: "Discard the draft" }).press("Enter");
  await page.getByRole("button", { name: "Discard it" }).press("Enter");
  await page.waitForURL("**/model");
  await expect(page.getByRole("link", { name: NAME })).toHaveCount(0);
});

test("a draft is axe clean in both themes and fits a phone", async ({ page }) => {
  await signIn(page, "admin", "/model");
  await page.getByRole("button", { name: "Start a draft: Five components by points" }).click();
  await page.waitForURL("**/model/draft?id=*");
  await page.getByRole("button", { name: "Edit Usage" }).click();
  await expect(page.getByText(/Your values: \d/)).toBeVisible();
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator("html")).toHaveClass(theme === "dark" ? /\bdark\b/ : /\blight\b/);
    expect(await violations(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.getByRole("button", { name: "Discard the draft" }).click();
  await page.getByRole("button", { name: "Discard it" }).click();
  await page.waitForURL("**/model");
});

test("a CSM reads the model and its versions, and drafts none", async ({ page }) => {
  await signIn(page, "csm", "/model");
  await expect(page.getByRole("region", { name: /^Measures/ })).toBeVisible();
  await expect(page.getByText("Answers for it")).toBeVisible();
  await expect(page.getByRole("button", { name: /draft|Edit a copy/ })).toHaveCount(0);
  await page
    .getByRole("link", { name: /^Version \d+$/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: /^Version \d+: / })).toBeVisible();
  const draft = await page.request.get("/model/draft?id=1");
  expect(await draft.text()).not.toContain("Name of the model");
});
