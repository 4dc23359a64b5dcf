import { comeAlive, expect, signIn, test } from "./flow";

test("a manager goes from the list of disagreements to one, with both sides and the like of it, by keyboard", async ({
  page,
}) => {
  await signIn(page, "manager");
  await page.keyboard.press("g");
  await page.keyboard.press("e");
  await expect(page).toHaveURL(/\/divergences$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/\d+ open/);
  await expect(page.getByRole("figure")).toContainText(/look green while people see trouble/);
  await comeAlive(page);
  const rows = page.getByRole("grid", { name: "Disagreements" }).getByRole("row", { selected: true });
  const first = await rows.innerText();
  await page.keyboard.press("j");
  await expect(rows).not.toHaveText(first);
  await page.keyboard.press("k");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/divergences\/\d+$/);
  await expect(page.getByRole("region", { name: "Disagreement" })).toContainText(/points apart/);
  await expect(page.getByRole("table", { name: "Points of the measured score" })).toBeVisible();
  await expect(page.getByRole("table", { name: "Points of what people say" })).toContainText("Champion");
  await expect(page.getByText(/As of 90 days before each decision/)).toBeVisible();
});

test("filters of the disagreements are the address, and the count of a chip is its list", async ({ page }) => {
  await signIn(page, "manager", "/divergences?owner=all");
  const chip = page.getByRole("navigation", { name: "Filters" }).getByRole("link", { name: /Hidden risk/ });
  await chip.click();
  await expect(page).toHaveURL(/sign=hidden_risk/);
  // Chip and list of one and the same answer: other flows fill in cards meanwhile.
  const count = Number(/\d+/.exec(await chip.innerText())?.[0]);
  expect(count).toBeGreaterThan(0);
  await expect(page.getByRole("grid", { name: "Disagreements" }).locator("tbody tr")).toHaveCount(count);
});

test("who was right: an account manager sees their own answers judged, and nobody else's", async ({ page }) => {
  await signIn(page, "am", "/divergences/record");
  const table = page.getByRole("table").filter({ hasText: "Answered by" });
  await expect(table.locator("tbody tr")).toHaveCount(1);
  await expect(table).toContainText("Amir Haddad");
  await signIn(page, "manager", "/divergences/record");
  await expect(table).toContainText("Oliver Sunden");
  await expect(table.getByRole("row", { name: /Oliver Sunden/ })).toContainText("Says green more often");
});
