import type { Page } from "@playwright/test";
import { type EmptyInstallation, emptyInstallation } from "./empty-installation";
import { becomeAdmin } from "./first-admin";
import { expect, test, violations } from "./flow";
import { LAST_DAY, writeSevenFiles } from "./seven-files";

let installation: EmptyInstallation;

test.beforeAll(async () => {
  installation = await emptyInstallation(LAST_DAY);
});
test.afterAll(async () => {
  await installation.stop();
});

async function openFile(page: Page, name: string) {
  await page.getByRole("navigation", { name: "Files" }).getByRole("link", { name }).click();
  await expect(page.getByRole("link", { name, exact: false }).and(page.locator("[aria-current=true]"))).toBeVisible();
}

/** What axe finds in either theme, and what sticks out sideways on a phone. */
async function faults(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveClass(colorScheme === "dark" ? /\bdark\b/ : /\blight\b/);
    found.push(...(await violations(page)).map((text) => `${colorScheme}: ${text}`));
  }
  const wide = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  if (content > screen) found.push(`${content} pixels wide on a phone of ${screen}`);
  if (wide) await page.setViewportSize(wide);
  return found;
}

async function kept(page: Page) {
  await expect(page.getByText("Kept. You can leave and come back.")).toBeVisible();
}

test("seven foreign files become accounts with scores and 24 months of history by the wizard alone", async ({
  page,
}, info) => {
  test.setTimeout(600_000);
  await becomeAdmin(page, installation, "Ada Admin", "seven files one evening");
  await page.goto(`${installation.url}/data/import/new`);
  await page.locator("input[type=file]").setInputFiles(await writeSevenFiles(info.outputPath("folder")));
  await expect(page.getByRole("button", { name: "Remove Kunden.csv" })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("Windows-1252, separated by semicolons")).toBeVisible();
  await expect(page.getByText("UTF-16 LE, separated by commas")).toBeVisible();
  expect(await faults(page)).toEqual([]);

  await page.getByRole("listitem").filter({ hasText: "renewal outcomes.csv" }).getByText("How it is written").click();
  const written = page.getByRole("group", { name: "How renewal outcomes.csv is written" });
  const heads = page.getByRole("region", { name: "First rows of renewal outcomes.csv" }).getByRole("columnheader");
  await expect(heads).toHaveCount(6);
  await written.getByLabel("Cells are separated by").selectOption("semicolons");
  await expect(heads).toHaveCount(1);
  await written.getByLabel("The columns are named in").selectOption({ index: 1 });
  await expect(heads).toHaveText(/^K-1001/);
  await written.getByRole("button", { name: "Back to what was found" }).press("Enter");
  await expect(heads).toHaveCount(6);
  await expect(heads.first()).toHaveText("Customer ID");

  await page.getByRole("button", { name: "Map the columns" }).click();
  await expect(page.getByRole("heading", { name: /What is in each column/ })).toBeFocused();
  await openFile(page, "weekly usage.csv");
  await page.getByLabel("subscription_id").selectOption("=account_id");
  await page.getByLabel(/names an account by/).selectOption({ label: "a key in Subscriptions.tsv" });
  await kept(page);
  await openFile(page, "kpis.csv");
  await page.getByLabel("What the file holds").selectOption("metrics");
  await page.getByLabel("month_end").selectOption("=day");
  await kept(page);
  await openFile(page, "renewal outcomes.csv");
  await page.getByLabel("Value before").selectOption("=arr_before");
  await page.getByLabel("Value after").selectOption("=arr_after");
  await kept(page);
  await openFile(page, "Contacts.xlsx");
  await page.getByLabel("Active since").selectOption("=active_from");
  await kept(page);
  expect(await faults(page)).toEqual([]);

  await page.getByRole("button", { name: "Review the values" }).click();
  await expect(page.getByRole("heading", { name: /What do the values mean/ })).toBeFocused();
  await expect(page.getByRole("button", { name: "Preview the changes" })).toBeDisabled();
  await openFile(page, "renewal outcomes.csv");
  await expect(page.getByRole("cell", { name: "11 Jan 2025" })).toBeVisible();
  await page.getByLabel(/Day first/).check();
  await page.getByLabel("Meaning of Won back for another year").selectOption("renewed");
  await kept(page);
  await page.getByRole("button", { name: "Check the rows now" }).click();
  await openFile(page, "Support cases.csv");
  await page.getByLabel("Account of Cordes Logistik").selectOption("K-1003", { timeout: 240_000 });
  await page.getByLabel("Account of Havel Maschinenbua").selectOption("K-1008");
  await kept(page);
  await page.getByRole("button", { name: "Check the rows now" }).click();
  await expect(page.getByText("No row is refused.")).toBeVisible({ timeout: 240_000 });
  await page.getByLabel("Account of Havel Maschinenbua").selectOption({ label: "none of ours: let its rows wait" });
  await kept(page);
  await page.getByLabel("Account of Havel Maschinenbua").selectOption("K-1008");
  await kept(page);
  expect(await faults(page)).toEqual([]);

  await page.getByRole("button", { name: "Preview the changes" }).click();
  const start = page.getByRole("button", { name: /^Import [\d,]+ rows$/ });
  await expect(start).toBeVisible({ timeout: 240_000 });
  await expect(page.getByText(/wait for their account/)).toHaveCount(0);
  await expect(page.getByRole("row", { name: /Support cases.csv/ })).toContainText("= 192");
  expect(await faults(page)).toEqual([]);

  await start.click();
  await expect(page.getByText(/12 accounts were scored/)).toBeVisible({ timeout: 300_000 });
  await expect(page.getByText(/history was replayed from .* 2024/)).toBeVisible();
  expect(await faults(page)).toEqual([]);

  await page.goto(`${installation.url}/portfolio?owner=all`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("12 accounts");
});
