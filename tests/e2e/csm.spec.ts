import { expect, signIn, test } from "./flow";

test("a CSM works the morning's queue by keyboard, down to the raw signals", async ({ page }) => {
  await signIn(page, "csm");
  await expect(page).toHaveURL(/\/triage/);
  await expect(page.getByText("today is fixed at 30 Nov 2026")).toBeVisible();
  const selected = page.getByRole("row", { selected: true });
  await expect(selected).toContainText("Northwind Freight");
  await expect(selected).toContainText("champion missing 92 d");

  await page.keyboard.press("j");
  await expect(selected).not.toContainText("Northwind Freight");
  await page.keyboard.press("k");
  await expect(selected).toContainText("Northwind Freight");

  await page.keyboard.press("Space");
  const reasons = page.getByRole("complementary", { name: "Reasons" });
  await expect(reasons).toContainText("Licence utilisation");
  await expect(reasons).toContainText("20 of 20");
  await expect(page).toHaveURL(/peek=northwind-freight/);
  await page.keyboard.press("Escape");
  await expect(reasons).toBeHidden();

  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Search accounts" })).toBeFocused();

  // What was opened by its address closes as well.
  await page.goto("/triage?peek=northwind-freight");
  await expect(reasons).toContainText("Licence utilisation");
  await page.keyboard.press("Escape");
  await expect(reasons).toBeHidden();

  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/accounts\/northwind-freight/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Northwind Freight");
  await expect(page.getByRole("region", { name: "Disagreement" })).toContainText("Hidden risk");
  await expect(page.getByText("Daily active users", { exact: true })).toBeVisible();
});

test("what changed since a day adds up to the difference of the two numbers shown", async ({ page }) => {
  await signIn(page, "csm");
  await page.goto("/accounts/orbit-foods");
  await page.getByRole("navigation", { name: "Why or what changed" }).getByText("Since 90 d").click();
  const table = page.getByRole("table", { name: /What changed health since/ });
  await expect(table).toBeVisible();
  const parts = (await table.locator("tbody td:last-child").allInnerTexts()).map((text) =>
    Number(text.replace("−", "-").replace("+", "")),
  );
  const total = await table.locator("tfoot").innerText();
  const [then, now] = [/(\d+)\s+on/, /(\d+)\s+today/].map((pattern) => Number(pattern.exec(total)?.[1]));
  expect(parts.length).toBeGreaterThan(0);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe((now ?? 0) - (then ?? 0));
});

test("a filter of the queue is its address", async ({ page }) => {
  await signIn(page, "csm");
  await page.getByRole("navigation", { name: "Reasons" }).getByText("Diverging").click();
  await expect(page).toHaveURL(/split=diverging/);
  const rows = page.getByRole("grid").getByRole("row", { name: /Looks/ });
  await expect(rows.first()).toBeVisible();
  const shown = await rows.count();
  await page.reload();
  await expect(rows).toHaveCount(shown);
});

test("a plan is opened from the queue, and stands on the account's page, its clock stopped", async ({ page }) => {
  await signIn(page, "csm");
  await page.goto("/triage?q=vela");
  await page.keyboard.press("p");
  const form = page.getByRole("dialog", { name: "Action plan for Vela Health" });
  await form.getByLabel("Cause").selectOption({ label: "Usage decline" });
  await form.getByLabel("Goal").fill("Every clinic trained by January");
  await form.getByText("The customer agreed to it").click();
  await form.getByLabel("Measure to move").selectOption({ index: 1 });
  await form.getByLabel("Next step").fill("Call the head of operations");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Plan opened for Vela Health")).toBeVisible();
  await page.goto("/accounts/vela-health#plan");
  await expect(page.getByText("Every clinic trained by January")).toBeVisible();
  await expect(page.getByText("no action plan")).toHaveCount(0);
});
