import { expect, signIn, test, violations } from "./flow";

// Works on drafts of its own and publishes none: that would score everybody anew under other flows.

test("a changed weight says who would move, how it did against past decisions, and which red cut-off people can work", async ({
  page,
}) => {
  await signIn(page, "admin", "/model");
  await page.getByRole("button", { name: "Start a draft: Risk-based" }).click();
  await page.waitForURL("**/model/draft?id=*");
  const panel = page.locator("#if-published");
  await expect(panel.getByRole("region", { name: "Bands now and if published" })).toBeVisible();
  await page.getByRole("spinbutton", { name: "Weight of Active-user trend" }).fill("90");
  await panel.getByRole("radio", { name: "Measures alone" }).check({ force: true });
  await expect(panel.getByText(/\d+ accounts? \(.*\) would move (down|up)/).first()).toBeVisible();
  const moves = panel.getByRole("region", { name: "Who would change band" });
  await expect(moves.getByRole("link").first()).toHaveAttribute("href", /^\/accounts\//);
  await expect(moves.getByText(/→/).first()).toBeVisible();
  await expect(panel.getByText(/active-user trend/i).first()).toBeVisible();

  await expect(panel.getByRole("region", { name: "90 days before the decision" })).toBeVisible();
  await panel.getByLabel("Reds you can work on this quarter").fill("60");
  await expect(panel.getByText(/Red below \d/)).toBeVisible();
  await expect(panel.getByText(/90 days before, it would have shown \d+ of \d+ losses/)).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.setViewportSize({ width: 390, height: 844 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await page.getByRole("button", { name: "Discard the draft" }).click();
  await page.getByRole("button", { name: "Discard it" }).click();
  await page.waitForURL("**/model");
});

test("the shortest way to the next band is tried on the account's own readings", async ({ page }) => {
  await signIn(page, "viewer", "/accounts/orbit-foods");
  const why = page.locator("#why");
  await expect(
    why.getByText(/Shortest way to|It is in the best band|No single reading|No one or two changes/),
  ).toBeVisible();
  await why.getByRole("button", { name: /^Try/ }).click();
  const dialog = page.getByRole("dialog", { name: "What if it read otherwise?" });
  await expect(dialog.getByRole("status")).toContainText(/Health \d/);
  const first = dialog.getByRole("spinbutton").first();
  await first.fill("1.5");
  await expect(dialog.getByText(/^now /).first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "As it is now" }).click();
});
