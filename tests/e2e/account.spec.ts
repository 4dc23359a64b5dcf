import { comeAlive, drawWhole, expect, signIn, test } from "./flow";

test("[ and ] walk the list that one came from, in its order", async ({ page }) => {
  await signIn(page, "csm", "/triage?owner=me");
  await drawWhole(page);
  const names = await page.getByRole("grid", { name: "Queue" }).locator("tbody").getByRole("link").allInnerTexts();
  const title = page.getByRole("heading", { level: 1 });
  await page.keyboard.press("Enter");
  await expect(title).toHaveText(names[0] as string);
  await expect(page.getByRole("link", { name: `1 of ${names.length} in Triage` })).toBeVisible();
  await page.keyboard.press("]");
  await expect(title).toHaveText(names[1] as string);
  await expect(page.getByRole("link", { name: `2 of ${names.length} in Triage` })).toBeVisible();
  await page.keyboard.press("[");
  await expect(title).toHaveText(names[0] as string);
});

test("an answer is changed in place: its reason is asked for before it can be sent, and it can be taken back", async ({
  page,
}) => {
  // Nothing is sent, so that other tests find Orbit Foods as it was.
  await signIn(page, "csm", "/accounts/orbit-foods");
  const form = page.getByRole("form", { name: "Answers of Nov 2026" });
  const chosen = await form.getByRole("group", { name: "Outcome" }).getByRole("radio", { checked: true }).inputValue();
  const other = chosen === "missing" ? "In development" : "Missing";
  await form.getByRole("group", { name: "Outcome" }).getByText(other, { exact: true }).click();
  await expect(form.getByRole("button", { name: /^Confirm|Challenge/ })).toBeDisabled();
  await form.getByLabel("Outcome: what did you see?").fill("The steering group dropped the target on 12 Nov");
  await expect(form.getByRole("button", { name: /^Confirm|Challenge/ })).toBeEnabled();
  await form.getByRole("button", { name: "Take back" }).click();
  await expect(form.getByLabel("Outcome: what did you see?")).toBeHidden();
});

test("the days of the trend are the address, and what happened in them is listed", async ({ page }) => {
  await signIn(page, "csm", "/accounts/northwind-freight?from=2026-06-01&to=2026-10-31");
  await expect(page.getByLabel("From", { exact: true })).toHaveValue("2026-06-01");
  await page.getByText(/events on this line/).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Scorecard: champion active → missing" })).toBeVisible();
  await page.getByLabel("From", { exact: true }).fill("2026-07-01");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/from=2026-07-01&to=2026-10-31/);
});

test("the chance to renew stands beside the date, and says what it was learnt from", async ({ page }) => {
  await signIn(page, "csm", "/accounts/northwind-freight");
  await expect(page.getByRole("definition").filter({ hasText: /^\d+% \(\d+–\d+%\)$/ })).toBeVisible();
  await page.getByRole("button", { name: "About the chance to renew" }).click();
  await expect(page.getByText(/^Chances are calibrated on \d+ past decisions, \d+ of them churned/)).toBeVisible();
  await page.getByRole("link", { name: "The forecast" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Forecast");
});

test("one account prints on one sheet of A4", async ({ page }) => {
  await signIn(page, "csm", "/print/accounts/northwind-freight");
  const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
});

test("s begins the grid of scorecards at the account, where its answers can be given", async ({ page }) => {
  await signIn(page, "csm", "/triage?owner=me");
  await page.keyboard.press("s");
  await expect(page).toHaveURL(/\/scorecards\?.*account=|#people/);
  await comeAlive(page);
  await expect(
    page
      .getByRole("row", { name: /Northwind Freight/ })
      .getByRole("gridcell")
      .locator(":focus")
      .or(page.locator("td:focus")),
  ).toBeVisible();
});

test("what was taken back is done once more", async ({ page }) => {
  // The first of the book of person 12, which no other test works on.
  await signIn(page, "admin", "/triage?owner=12");
  const grid = page.getByRole("grid", { name: "Queue" });
  const name = await grid.locator("tbody").getByRole("link").first().innerText();
  const row = grid.getByRole("link", { name, exact: true });
  await page.keyboard.press("e");
  await expect(row).toBeHidden();
  await page.keyboard.press("Control+z");
  await expect(row).toBeVisible();
  await page.keyboard.press("Control+Shift+z");
  await expect(row).toBeHidden();
  await page.keyboard.press("Control+z");
  await expect(row).toBeVisible();
});
