import { expect, signIn, test } from "./flow";

test("a manager reads the forecast: the months add up, retention reconciles, and the file has the same rows", async ({
  page,
}) => {
  await signIn(page, "manager", "/forecast?owner=all");
  await expect(page.getByText(/renewals decides in twelve months/)).toBeVisible();
  await expect(page.getByText(/Chances are calibrated on \d+ past decisions/)).toBeVisible();
  const months = page.getByRole("region", { name: "Renewals by month of the decide-by date" });
  const counts = await months.locator("tbody tr td:nth-child(2)").allTextContents();
  const total = await months.locator("tfoot td").first().textContent();
  expect(counts.reduce((sum, text) => sum + (Number(text) || 0), 0)).toBe(Number(total));
  await expect(page.getByText(/GRR = Σ min\(after, before\) ÷ Σ before/)).toBeVisible();
  await expect(page.getByText(/before − .+ churned or downsold \+ .+ expanded = .+ after\./)).toBeVisible();
  const file = await page.request.get("/api/export/forecast?owner=all&format=csv");
  const lines = (await file.text()).trim().split(/\r?\n/);
  expect(lines[0]).toContain("decide_by,band,health");
  expect(lines).toHaveLength(1 + Number(total));
});

test("an account manager calls a renewal of a far month by keyboard and takes it back; nobody else calls it", async ({
  page,
}) => {
  await signIn(page, "am", "/forecast?owner=me");
  const months = page.getByRole("region", { name: "Renewals by month of the decide-by date" });
  await months.locator("tbody td:nth-child(2) a").last().click();
  await page.waitForURL(/month=/);
  const row = page.getByRole("grid", { name: "Renewals" }).locator("#row-0");
  const call = row.getByRole("button", { name: "At risk" });
  await expect(call).toHaveAttribute("aria-pressed", "false");
  await page.getByRole("heading", { name: /^Renewals of / }).click();
  await page.keyboard.press("3");
  await expect(call).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText(/: At risk$/).first()).toBeVisible();
  await expect(row.getByText(/, 30 Nov$/)).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(call).toHaveAttribute("aria-pressed", "false");
  await expect(row.getByText(/, 30 Nov$/)).toBeHidden();
});

test("a viewer reads calls and makes none", async ({ page }) => {
  await signIn(page, "viewer", "/forecast?owner=all");
  await expect(page.getByRole("button", { name: "Commit" }).first()).toBeDisabled();
  await expect(page.getByRole("button", { name: "Save rates" })).toBeHidden();
});
