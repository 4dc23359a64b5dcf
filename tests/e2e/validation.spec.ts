import { expect, signIn, test } from "./flow";

test("an admin who prepares the quarterly review reads the verdict, opens a miss as it stood that day, and signs", async ({
  page,
}) => {
  await signIn(page, "admin", "/validation");
  // Other flows record decisions of their own meanwhile; the demo's exact figures are tested on a database of their own.
  await expect(
    page.getByText(/^8\d% right at 90 days \(n = 1[23]\d, 95% CI 7\d–8\d\); version 1 was 5\d%\.$/).first(),
  ).toBeVisible();
  await expect(page.getByRole("region", { name: "Scores side by side" })).toContainText("No better than chance");
  await expect(page.getByText("Refused.")).toBeVisible();

  const missed = page.getByRole("region", { name: "Missed losses" });
  await page
    .getByRole("navigation", { name: "On this page" })
    .getByRole("link", { name: /^Missed/ })
    .press("Enter");
  await expect(page).toHaveURL(/#missed$/);
  await missed.getByRole("link", { name: /Cobalt Air/ }).click();
  await expect(page).toHaveURL(/\/accounts\/cobalt-air\?asof=2026-03-12&version=2/);
  await expect(page.getByRole("heading", { name: "Why, as of 12 Mar 2026" })).toBeVisible();
  await expect(page.getByText(/Health 9\d by version 2 of the model/)).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/#missed$/);
  await expect(
    page.getByRole("region", { name: "False alarms that nobody worked" }).getByRole("link", { name: /Pine Systems/ }),
  ).toBeVisible();

  const edge = page.getByRole("spinbutton", { name: "Red below" });
  await edge.fill("60");
  await expect(page.getByText(/^Red below 60 would have named \d+ accounts/)).toBeVisible();

  await page.getByText("Review version 2 now").click();
  await page.getByRole("radio", { name: "Keep" }).check({ force: true });
  await page.getByRole("textbox", { name: "Reasons" }).fill("Right in four of five; thirteen losses were green.");
  await page.getByRole("button", { name: "Sign the review" }).click();
  await expect(page.getByText("Signed. It stands below and is not changed afterwards.")).toBeVisible();
  const signed = page.getByRole("region", { name: "Signed reviews of the score" });
  await expect(signed).toContainText("Right in four of five; thirteen losses were green.");
  await expect(signed).toContainText(/8\d% \(n = 1[23]\d\)/);

  await page.goto("/validation?version=1&beside=2");
  await expect(page.getByText(/^No better than chance: the AUC is 0\.5\d/)).toBeVisible();
});

test("the way through the page leads by keyboard to how long each band stayed, in words, as lines and as a table", async ({
  page,
}) => {
  await signIn(page, "viewer", "/validation");
  await page
    .getByRole("navigation", { name: "On this page" })
    .getByRole("link", { name: "How long they stayed" })
    .focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#stayed$/);
  const section = page.locator("#stayed");
  await expect(section.getByRole("heading", { name: /^How long each band of / })).toBeInViewport();
  await expect(section.getByText(/After \d+ days \d+% of green \(n = \d+\)/)).toBeVisible();
  await expect(section.getByText(/log-rank p/)).toBeVisible();
  await expect(section.getByRole("img", { name: /^Share of accounts still there by day/ })).toBeVisible();
  await section.getByRole("button", { name: "How long each band stayed as a table" }).press("Enter");
  await expect(section.getByRole("columnheader", { name: "95% interval" })).toBeVisible();

  await page.keyboard.press("j");
  await expect(page).toHaveURL(/#missed$/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(page.locator("#missed a").first()).toBeFocused();
  for (const id of ["alarms", "ageing", "measures", "losses", "weights", "review"]) {
    await page.keyboard.press("j");
    await expect(page).toHaveURL(new RegExp(`#${id}$`));
  }
  await page.keyboard.press("k");
  await expect(page).toHaveURL(/#weights$/);
});

test("all horizons stand in one table, the shown one marked; a count opens its own horizon", async ({ page }) => {
  await signIn(page, "viewer", "/validation");
  const table = page.getByRole("region", { name: "Every horizon" });
  await expect(table.locator("[aria-current]")).toHaveText(/^90 days/);
  await expect(
    table.getByRole("link", { name: /decisions: \d+ days before, (Health|Measured|Scorecard|Known)/ }),
  ).toHaveCount(16);
  await table.getByRole("link", { name: /decisions: 30 days before, Scorecard$/ }).press("Enter");
  await expect(page).toHaveURL(/\/validation\?horizon=30$/);
  await expect(table.locator("[aria-current]")).toHaveText(/^30 days/);
  await table.getByRole("link", { name: /decisions: 60 days before, Known before its effect$/ }).click();
  await expect(page).toHaveURL(/horizon=60&before=effective|before=effective&horizon=60/);
  await expect(table.getByRole("columnheader", { name: "Days before its effect" })).toBeVisible();
});
