import { expect, signIn, test } from "./flow";

test("a manager sees the book shift, and every number opens its accounts", async ({ page }) => {
  await signIn(page, "manager");
  await page.goto("/portfolio?owner=all");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/Portfolio · \d+ accounts/);
  await expect(page.getByText(/15 of 121 greens are no longer green/)).toBeVisible();

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

test("a disagreement is settled by whoever owns it, and asks for the reason", async ({ page }) => {
  await signIn(page, "manager");
  await page.goto("/accounts/northwind-freight");
  const strip = page.getByRole("region", { name: "Disagreement" });
  await strip.getByRole("button", { name: "Settle" }).click();
  await expect(strip.getByText("Say who was right.")).toBeVisible();
  await strip.getByText("People right").click();
  await strip.getByRole("button", { name: "Settle" }).click();
  await expect(strip.getByText("Say in a sentence why.")).toBeVisible();
});

test("a CSM is not offered to settle what the manager owns", async ({ page }) => {
  await signIn(page, "csm");
  await page.goto("/accounts/northwind-freight");
  await expect(page.getByRole("region", { name: "Disagreement" })).toContainText("settles it");
  await expect(page.getByRole("button", { name: "Settle" })).toHaveCount(0);
});
