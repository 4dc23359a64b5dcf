import { expect, signIn, test } from "./flow";

test("an AM fills a card by keyboard: the reason is asked for in the row, health and triage follow", async ({
  page,
}) => {
  await signIn(page, "am");
  await page.goto("/scorecards?show=unconfirmed");
  const grid = page.getByRole("grid");
  const cell = page.locator("td[tabindex='0']");
  await cell.focus();
  const row = grid.getByRole("row").filter({ has: cell });
  const account = (await row.getByRole("link").first().getAttribute("href")) ?? "";
  const name = await row.getByRole("link").first().innerText();

  for (const key of ["3", "3", "3"]) {
    await page.keyboard.press(key);
    const note = page.getByRole("textbox", { name: /what did you see\?|numbers say otherwise/ });
    if (await note.isVisible()) {
      await note.fill("Left on 12 November, told us by phone");
      await page.keyboard.press("Enter");
    }
  }
  const ours = grid.getByRole("row").filter({ has: page.locator(`a[href="${account}"]`) });
  await expect(ours.getByText("Red").first()).toBeVisible();
  await ours.getByRole("button", { name: `Confirm ${name}` }).click();
  await expect(ours.getByRole("button", { name: `${name} is confirmed` })).toBeVisible();

  await expect(page.getByText(/health .*→/).first()).toBeVisible();
  await page.goto(account);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.locator("header").getByText("Red").first()).toBeVisible();
  await expect(page.getByText("Left on 12 November, told us by phone").first()).toBeVisible();
});

test("both blind spots are in the AM's book: one looks green and is red, one looks red and is green", async ({
  page,
}) => {
  await signIn(page, "am");
  for (const [slug, measured, people] of [
    ["northwind-freight", "Green", "Red"],
    ["helio-grid", "Red", "Green"],
  ] as const) {
    await page.goto(`/accounts/${slug}`);
    const strip = page.getByRole("region", { name: "Disagreement" });
    await expect(strip).toContainText(measured);
    await expect(strip).toContainText(people);
    await expect(page.locator("header").getByText(people).first()).toBeVisible();
  }
});
