import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { type EmptyInstallation, emptyInstallation } from "./empty-installation";
import { becomeAdmin } from "./first-admin";
import { comeAlive, expect, test } from "./flow";

const ACCOUNTS = 12;
let installation: EmptyInstallation;

test.beforeAll(async () => {
  installation = await emptyInstallation("2026-11-27");
});
test.afterAll(async () => {
  await installation.stop();
});

/** Ada sets her password and makes herself the account manager of twelve accounts. */
async function begin(page: Page, folder: string) {
  await becomeAdmin(page, installation, "Ada Moor", "two months by keyboard");
  await page.goto(`${installation.url}/settings/people`);
  await page.getByRole("button", { name: "Roles of Ada Moor" }).click();
  const roles = page.getByRole("dialog", { name: "Roles of Ada Moor" });
  await roles.getByRole("checkbox", { name: /account manager|\bam\b/i }).check();
  await roles.getByRole("button", { name: "Save" }).click();
  await expect(roles).toBeHidden();
  const names = Array.from({ length: ACCOUNTS }, (_, i) => String.fromCharCode(65 + i));
  const rows = names.map(
    (name) => `${name},Account ${name},2024-01-01,1000000,USD,2026-01-01,2027-06-30,ada@example.test`,
  );
  const head = "account_id,name,customer_since,arr,currency,contract_start,renewal_date,am_email";
  await writeFile(`${folder}.csv`, [head, ...rows].join("\n"));
  const env = { ...process.env, DATABASE_URL: installation.databaseUrl, TODAY: "2026-11-27" };
  await promisify(execFile)("node", ["lib/start/task.mjs", "import", "--table", "accounts", `${folder}.csv`], { env });
}

/** The month's grid with the cursor in its first cell that is open: an arrow leads there from the bare page. */
async function openMonth(page: Page) {
  await page.goto(`${installation.url}/scorecards?owner=me`);
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("td[tabindex='0']")).toBeFocused();
}

/** Types a reason where one is asked for, as a person does who reads what the row asks. */
async function sayWhere(page: Page, asked: RegExp, text: string) {
  await expect(page.getByRole("textbox", { name: asked })).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

async function submitMonth(page: Page, month: string) {
  await expect(page.getByText(`${ACCOUNTS} of ${ACCOUNTS} confirmed`)).toBeVisible();
  const submit = page.getByRole("button", { name: `Submit ${month}` });
  await expect(submit).toBeEnabled();
  await page.keyboard.press("Control+Shift+Enter");
  await expect(submit).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${month} submitted: ${ACCOUNTS} of ${ACCOUNTS} cards`)).toBeVisible();
}

test("an AM answers a book by keyboard in November, and in December confirms what did not change", async ({
  page,
}, info) => {
  test.setTimeout(600_000);
  await begin(page, info.outputPath("accounts"));
  await openMonth(page);
  for (let account = 0; account < ACCOUNTS; account++)
    for (const key of ["2", "2", "2"]) await page.keyboard.press(key);
  await page.keyboard.press("Control+Shift+Enter");
  await submitMonth(page, "Nov 2026");

  // While the server is away, no page asks it for anything.
  await page.goto("about:blank");
  await installation.on("2026-12-29");
  await openMonth(page);
  await expect(page.getByText(`0 of ${ACCOUNTS} confirmed`)).toBeVisible();
  await expect(page.getByText("from Nov").first()).toBeVisible();
  await page.keyboard.press("3");
  await sayWhere(page, /what did you see\?/, "Left on 4 December, no successor named");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(`${ACCOUNTS - 1} of ${ACCOUNTS} confirmed`)).toBeVisible();
  await page.keyboard.press("Control+Shift+Enter");
  await submitMonth(page, "Dec 2026");

  await page.goto(`${installation.url}/accounts/account-a#people`);
  await expect(page.getByText("Left on 4 December, no successor named").first()).toBeVisible();
  await page.goto(`${installation.url}/scorecards?owner=me&period=2026-11`);
  await comeAlive(page);
  await expect(page.getByText(`${ACCOUNTS} of ${ACCOUNTS} confirmed`)).toBeVisible();
});
