import { expect, signIn, test } from "./flow";

test("a manager reads the alarm, and it opens exactly its accounts", async ({ page }) => {
  await signIn(page, "manager", "/portfolio?owner=all");
  const alarm = page.getByRole("region", { name: /^Structural shift: 15 of 121 greens \(12\.4%\) fell/ });
  await expect(alarm).toContainText("11 of the 15 are Mid-market with product version v5");
  await expect(alarm).toContainText("By chance alone");
  await alarm.getByRole("link", { name: "See these 11" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Structural shift, Sep – Nov 2026");
  await expect(page.getByRole("heading", { name: /^11 of 15 that fell: Mid-market/ })).toBeVisible();
  const rows = page.getByRole("grid", { name: "Fallen accounts" }).getByRole("row");
  await expect(rows).toHaveCount(12);
  await page.getByRole("link", { name: "Show all 15" }).click();
  await expect(rows).toHaveCount(16);
  await page.getByRole("link", { name: "Jun – Aug 2026" }).click();
  await expect(page.getByText("This quarter is no structural shift.")).toBeVisible();
});

test("a bar of what moved the average opens the accounts behind it", async ({ page }) => {
  await signIn(page, "manager", "/portfolio/trend?owner=all&from=2026-08-31&to=2026-11-30");
  await page.getByRole("figure").getByRole("link", { name: "Active-user trend" }).click();
  const accounts = page.getByRole("region", { name: "Accounts by what they add" });
  await expect(accounts.getByRole("row")).toHaveCount(51);
});

// The SMB's list of nobody else: the manager's own subscription, made and ended here.
test("a manager subscribes to a list with its rule, and unsubscribes", async ({ page }) => {
  await signIn(page, "manager", "/portfolio/lists?owner=all&segment=SMB");
  await page.getByRole("link", { name: /^Red for 6 months/ }).click();
  await expect(page.getByText(/Red for 180 days or longer, by who decides/)).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Decides" })).toBeVisible();
  await page.getByRole("button", { name: "Subscribe", exact: true }).click();
  await expect(page.getByText("You are told when accounts join.")).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "Unsubscribe", exact: true }).click();
  await expect(page.getByRole("button", { name: "Subscribe", exact: true })).toBeVisible();
  await expect(page.getByText("You are told when accounts join.")).toHaveCount(0);
});
