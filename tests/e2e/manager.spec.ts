import { expect, signIn, test } from "./flow";

test("a manager sees the book shift, and every number opens its accounts", async ({ page }) => {
  await signIn(page, "manager");
  await page.goto("/portfolio?owner=all");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/Portfolio · \d+ accounts/);
  await expect(page.getByText(/15 of 121 greens/)).toBeVisible();

  const cell = page
    .getByRole("table")
    .filter({ hasText: "Joined" })
    .getByRole("link")
    .filter({ hasText: /^15/ })
    .first();
  const told = Number((await cell.innerText()).match(/\d+/)?.[0]);
  await cell.click();
  await expect(page).toHaveURL(/\/portfolio\/accounts/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(String(told));
});

test("the migration between two dates is its address", async ({ page }) => {
  await signIn(page, "manager");
  await page.goto("/portfolio/migration?owner=all&from=2026-08-31&to=2026-11-30");
  await expect(page.getByRole("table").first()).toContainText("Green");
});
