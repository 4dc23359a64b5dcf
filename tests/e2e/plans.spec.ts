import { expect, signIn, test } from "./flow";

/** Accounts of this file: whatever plan waits first for the manager, the first red account of the manager's agenda that waits for a
 * decision, and the CSM's own last plan that is complete; no other test changes plans or decisions of theirs. */

test("a manager approves the recovery plan that waits, and its clock stops", async ({ page }) => {
  await signIn(page, "manager", "/plans?owner=all&state=waiting");
  const grid = page.getByRole("grid", { name: "Plans" });
  const row = grid.locator("tr[id^=row-]").first();
  const name = await row.getByRole("link").innerText();
  const href = await row.getByRole("link").getAttribute("href");
  await page.keyboard.press("v");
  const form = page.getByRole("dialog", { name: `Recovery plan of ${name}` });
  await expect(form.getByText("Sponsor")).toBeVisible();
  await form.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(page.getByText(`Plan of ${name} approved: its clock stops`)).toBeVisible();
  await page.goto(`${href}#plan`);
  await expect(page.getByText(/Approved by Maya Brandt on 30 Nov 2026/).first()).toBeVisible();
  await expect(page.getByText(/no recovery plan/)).toHaveCount(0);
});

test("a manager signs a decision where it is due, and it stands on the account's page", async ({ page }) => {
  await signIn(page, "manager", "/reviews?owner=team&kind=decision");
  const row = page.getByRole("grid", { name: "Agenda" }).locator("tr[id^=row-]").last();
  const name = await row.getByRole("link").innerText();
  const href = await row.getByRole("link").getAttribute("href");
  await row.click();
  await page.keyboard.press("l");
  const form = page.getByRole("dialog", { name: `Decide about ${name}` });
  await form.getByLabel(/^Budget in/).fill("12000");
  await form.getByLabel("Exit test").fill("Twenty weekly users by the new date");
  await form.getByLabel("Why").fill("Their new head of operations wants it");
  await expect(form.getByRole("button", { name: "Sign" })).toBeDisabled();
  await form.getByText("I sign this with my name").click();
  await form.getByRole("button", { name: "Sign" }).click();
  await expect(page.getByText(`Decision about ${name} signed`)).toBeVisible();
  await page.goto(`${href}`);
  await expect(page.getByText("Exit test: Twenty weekly users by the new date", { exact: false })).toBeVisible();
  await expect(page.getByText(/Signed by Maya Brandt, 30 Nov 2026/).first()).toBeVisible();
});

test("a CSM does a plan's step, moves it and takes that back, by keyboard alone", async ({ page }) => {
  await signIn(page, "csm", "/plans?state=complete&sort=name");
  const row = page.getByRole("grid", { name: "Plans" }).locator("tr[aria-selected=true]");
  const count = await page.locator("tr[id^=row-]").count();
  for (let i = 1; i < count; i++) await page.keyboard.press("j");
  const name = await row.getByRole("link").innerText();
  await page.keyboard.press("e");
  await page.keyboard.type("Write down what they promised");
  await page.keyboard.press("Control+Enter");
  await expect(row).toContainText("Write down what they promised");
  await expect(page.getByText(`${name}: step done`)).toBeVisible();
  await page.keyboard.press("h");
  await page.keyboard.press("w");
  await expect(page.getByText(`${name}: moved to 7 Dec 2026`)).toBeVisible();
  await expect(row).toContainText("7 Dec 2026");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(row).not.toContainText("Write down what they promised");
});

test("a calendar feed is made, read without a sign-in, and ended", async ({ page, request }) => {
  await signIn(page, "am", "/settings/account");
  await page.getByRole("button", { name: "Make the address" }).click();
  const address = await page.getByLabel("Address").inputValue();
  expect(address).toMatch(/^webcal:/);
  const { pathname } = new URL(address.replace("webcal:", "http:"));
  const feed = await request.get(pathname);
  expect(feed.headers()["content-type"]).toContain("text/calendar");
  expect(await feed.text()).toContain("SUMMARY:Customer decides by");
  await page.getByRole("button", { name: "End the feed" }).click();
  await expect(page.getByText("The calendar feed has ended")).toBeVisible();
  expect((await request.get(pathname)).status()).toBe(404);
});
