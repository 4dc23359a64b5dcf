import { extractText, getDocumentProxy } from "unpdf";
import { expect, signIn, test } from "./flow";

// Nothing is written here, and what other flows write moves no account between two days that have passed: the drawing is asked
// for days before today.
const PERIOD = "owner=all&from=2026-08-31&to=2026-11-29";
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

test("a manager tabs into who moved, and Enter opens the accounts of the flow", async ({ page }) => {
  await signIn(page, "manager");
  await page.goto(`/portfolio?${PERIOD}`);
  const flow = page.getByRole("link", { name: /^\d+ accounts?, \S+, Green to Yellow$/ });
  await expect(flow).toBeVisible();
  const told = (await flow.getAttribute("aria-label"))?.match(/^\d+/)?.[0] ?? "none";

  const card = page.locator("section").filter({ has: page.getByRole("heading", { name: /^Who moved/ }) });
  await card.getByRole("link", { name: "Full width" }).focus();
  await page.keyboard.press("Tab");
  await expect(flow).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(flow).not.toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(flow).toBeFocused();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/portfolio\/accounts\?.*moved=green\.yellow/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${told} account`);
});

test("t shows every chart of the portfolio as its numbers, and drawn again", async ({ page }) => {
  await signIn(page, "manager");
  await page.goto(`/portfolio?${PERIOD}`);
  const flow = page.getByRole("link", { name: /Green to Yellow$/ });
  await expect(flow).toBeVisible();
  await page.keyboard.press("t");
  await expect(flow).toBeHidden();
  for (const name of [
    "Bands by month",
    "Renewals by month: ARR and accounts",
    "Health beside customers and ARR, by month",
  ])
    await expect(page.getByRole("region", { name }).getByRole("table")).toBeVisible();
  await expect(page).toHaveURL(/table=1/);
  await page.keyboard.press("u");
  await expect(page).toHaveURL(/unit=arr.*table=1/);
  await page.keyboard.press("t");
  await expect(flow).toBeVisible();
});

test("a month of the ladder opens the accounts that decide in it", async ({ page }) => {
  await signIn(page, "manager");
  await page.goto("/portfolio/renewals?owner=all");
  const mark = page.getByRole("link", { name: /^Mar 2027: Green/ });
  await mark.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/decides=2027-03-01\.\.2027-03-31/);
  await expect(page.getByText("decides 1 Mar 2027 → 31 Mar 2027")).toBeVisible();
});

test("a cell of the heatmap opens its accounts by what its measure gives them", async ({ page }) => {
  await signIn(page, "manager");
  await page.goto("/portfolio/measures?owner=all");
  await page.getByRole("link", { name: /% of Licence utilisation, SMB/ }).press("Enter");
  await page.waitForURL(/segment=SMB.*measure=.*sort=measure/);
  await expect(page.getByText("Licence utilisation counts")).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Licence utilisation" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
});

test("the report is two sheets on which no month is cut off", async ({ page }) => {
  await signIn(page, "manager");
  await page.goto(`/print/portfolio?${PERIOD}`);
  await expect(page.locator("svg:has(> title[id$='-title'])")).toHaveCount(2);
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)));
  expect(totalPages).toBe(2);
  const [charts = "", tables = ""] = text;
  for (const month of MONTHS) expect(charts).toContain(month);
  for (const month of MONTHS) expect(tables).toContain(month);
  for (const title of [
    "Bands, health, customers and ARR by month",
    "Renewals by month",
    "Who moved",
    "What measures give",
  ])
    expect(tables).toContain(title);
});
