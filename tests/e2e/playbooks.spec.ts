import { expect, signIn, test } from "./flow";

// Works on the playbook "Healthy", which no band of the demo's model uses, and saves the formula as it was: other files read both.
test("an administrator edits a playbook's cadence, sees the hours it costs, and a CSM reads it", async ({
  browser,
  page,
}) => {
  await signIn(page, "admin", "/settings/playbooks?edit=yellow");
  const days = page.getByLabel(/every so many days/);
  await days.fill("7");
  const cost = page.getByRole("region", { name: "Hours a month per person" });
  await expect(cost.getByText(/▲ \d+\.\d h/).first()).toBeVisible();
  await days.fill("");
  await expect(page.getByRole("button", { name: "Save playbook" })).toBeDisabled();
  await expect(page.locator("form").getByRole("alert")).toHaveText(
    "the days between reviews is a whole number of days",
  );

  await page.goto("/settings/playbooks?edit=healthy");
  await page.getByRole("button", { name: "Remove expansion scan" }).click();
  await expect(page.getByLabel("Add a duty")).toBeFocused();
  await page.getByLabel("Add a duty").selectOption("expansion scan");
  await page.getByLabel("expansion scan: every so many days").fill("45");
  await page.getByLabel("Who takes part in expansion scan").click();
  await page
    .getByRole("row", { name: /expansion scan/ })
    .getByLabel("AM", { exact: true })
    .check();
  await page.getByRole("button", { name: "Save playbook" }).click();
  await page.waitForURL("**/settings/playbooks");

  const csm = await (await browser.newContext()).newPage();
  await signIn(csm, "csm", "/settings/playbooks");
  await csm.getByText(/playbooks that no band of the model in force uses/).click();
  await expect(csm.getByText("every 45 days, 30 min")).toBeVisible();
  await expect(csm.getByText("CSM with AM", { exact: true })).toBeVisible();
  await expect(csm.getByRole("link", { name: /^Edit/ })).toHaveCount(0);
  await csm.close();

  await page.goto("/settings/playbooks?edit=healthy");
  await page.getByRole("button", { name: "Back to the one shipped" }).click();
  await page.waitForURL("**/settings/playbooks");
});

test("the ranking formula is shown beside the queue; an administrator sees who changes place before it is saved", async ({
  page,
}) => {
  await signIn(page, "admin", "/settings/ranking");
  await page.getByLabel("Clock breached ×").fill("4");
  await expect(page.getByRole("heading", { name: /of the first twenty change place/ })).toBeVisible();
  await page.getByLabel("Fell freshly ×").fill("0.5");
  await expect(page.locator("form").getByRole("alert")).toHaveText("a fresh fall is at least 1");
  await expect(page.getByRole("button", { name: "Save the formula" })).toBeDisabled();

  await page.goto("/triage");
  await page.getByRole("button", { name: "How this is ordered" }).click();
  await expect(page.getByText("× 1.3 if a clock is breached")).toBeVisible();
});

test("a CSM finds the open playbook, its duties and how they are done well on the account's page and in the peek", async ({
  page,
}) => {
  await signIn(page, "csm", "/accounts/northwind-freight");
  const plan = page.locator("#plan");
  await expect(plan.getByText(/opened by (the numbers|a scorecard|a guardrail)/).first()).toBeVisible();
  await plan.getByText("How it is done well").click();
  await expect(plan.locator("dt").first()).toBeVisible();
  await page.goto("/triage?peek=northwind-freight");
  const peek = page.getByRole("complementary", { name: "Reasons" });
  await expect(peek.getByRole("heading", { name: "Its place in the queue" })).toBeVisible();
  await expect(peek.getByText(/points lost/)).toBeVisible();
});

test("a cause's number on the portfolio opens the accounts behind it", async ({ page }) => {
  await signIn(page, "manager", "/portfolio?owner=all");
  const causes = page.locator("#causes");
  const number = causes.getByRole("row").nth(1).getByRole("link").first();
  const told = (await number.textContent()) ?? "";
  await number.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${told.split("· ")[1]} account`);
});
