import { expect, signIn, test } from "./flow";

test("a viewer reads every page and is offered nothing to change", async ({ page }) => {
  await signIn(page, "viewer");
  await page.goto("/portfolio");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Portfolio");
  await page.goto("/scorecards");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Submit/ })).toHaveCount(0);
  await page.goto("/settings/people");
  await expect(page.getByRole("button", { name: /Invite/ })).toHaveCount(0);
});
