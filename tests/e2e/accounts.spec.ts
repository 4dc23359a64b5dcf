import { comeAlive, expect, signIn, test, violations } from "./flow";

test("a CSM finds, chooses and tags accounts in the list of everything, by keyboard", async ({ page }) => {
  await signIn(page, "csm");
  await page.keyboard.press("g");
  await page.keyboard.press("a");
  await expect(page).toHaveURL(/\/accounts$/);
  const grid = page.getByRole("grid", { name: "Accounts" });
  await expect(grid.getByRole("row").nth(1)).toBeVisible();
  await expect(page.getByText(/of \d+ · \$.* ARR/)).toBeVisible();
  await comeAlive(page);

  const active = () => grid.getAttribute("aria-activedescendant");
  await page.keyboard.press("j");
  expect(await active()).toBe("row-1");
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+j");
  const bar = page.getByRole("region", { name: "Chosen accounts" });
  await expect(bar).toContainText("2 chosen");
  await page.keyboard.press("Control+a");
  await expect(bar).toContainText(/All \d+ matching chosen/);
  await page.keyboard.press("Escape");
  await expect(bar).toBeHidden();

  await page.keyboard.press("1");
  await expect(page).toHaveURL(/view=mine&owner=me/);
  await expect(page.getByRole("navigation", { name: "Filters" })).toContainText("Owner is me");
  await expect(grid.getByRole("row").nth(1)).toBeVisible();
});

test("a filter, its groups and columns are the address, and a view keeps them", async ({ page }) => {
  await signIn(page, "manager");
  await page.goto("/accounts?band=red,yellow&group=band&score=9..1&cols=arr,health");
  await expect(page.getByRole("status")).toContainText("score=9..1");
  const grid = page.getByRole("grid", { name: "Accounts" });
  await expect(grid.getByRole("columnheader")).toHaveText([/Account/, /ARR/, /Health/]);
  const groups = grid.getByRole("row", { name: /accounts? ·/ });
  await expect(groups).toHaveCount(2);
  const counts = (await groups.allInnerTexts()).map((text) => Number(/(\d+) account/.exec(text)?.[1]));
  const total = Number(
    /^(\d+) accounts in 2 groups/.exec(await page.getByText(/accounts in 2 groups/).innerText())?.[1],
  );
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
  await groups.first().click();
  await expect(grid.getByRole("checkbox").first()).toBeVisible();
  expect(await violations(page)).toEqual([]);

  const name = `At risk ${Date.now()}`;
  await page.getByRole("button", { name: "Save view" }).click();
  await page.getByLabel("Name").fill(name);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/view=at-risk-\d+&band=red,yellow/);
  await expect(page.getByRole("navigation", { name: "Views" }).getByText(name)).toBeVisible();
});

test("keys and clicks that follow each other at once all count: no address that is written late takes a page back", async ({
  page,
}) => {
  await signIn(page, "csm", "/accounts");
  // Each with its place on the keyboard; all of them in one task.
  const press = (keys: Record<string, string>) =>
    page.evaluate((pressed) => {
      for (const [code, key] of Object.entries(pressed))
        document.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true }));
      return location.search;
    }, keys);
  expect(await press({ Space: " " })).toMatch(/^\?peek=[a-z-]+$/);
  await expect(page.getByRole("complementary", { name: "Reasons" })).toBeVisible();
  expect(await press({ Escape: "Escape" })).toBe("");
  await expect(page.getByRole("complementary", { name: "Reasons" })).toBeHidden();
  await press({ Space: " " });
  await press({ KeyJ: "j", Digit1: "1" });
  await expect(page).toHaveURL(/\?view=mine&owner=me$/);
  await comeAlive(page);

  await page.getByRole("searchbox", { name: "Search accounts" }).fill("kestrel");
  await page
    .getByRole("navigation", { name: "Screens" })
    .getByRole("link", { name: "Plans" })
    .evaluate((link: HTMLElement) => {
      link.focus();
      link.click();
    });
  await expect(page).toHaveURL(/\/plans$/);
  await comeAlive(page);
  await expect(page).toHaveURL(/\/plans$/);
});

test("the palette finds an account and says what can be done, and the list fits a phone", async ({ page }) => {
  await signIn(page, "csm");
  await page.goto("/accounts");
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Find or do" });
  await expect(palette.getByRole("option", { name: /Plan/ }).first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.type("northwind");
  await expect(palette.getByRole("option").first()).toContainText("Northwind Freight");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/accounts\/northwind-freight/);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/accounts");
  await expect(page.getByRole("grid", { name: "Accounts" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
