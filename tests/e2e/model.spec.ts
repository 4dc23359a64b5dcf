import { expect, signIn, test, violations } from "./flow";

// Works on drafts of its own, by their names, and publishes only for a day far off: from today on, everybody would be scored anew
// under other flows.
const NAME = `Studio flow's own draft ${Date.now()}`;

test("an administrator starts a draft from a template, edits it by keyboard, is advised, comes back to it, and discards it", async ({
  page,
}) => {
  await signIn(page, "admin", "/model");
  await expect(page.getByRole("heading", { name: /^Model: .*, version \d+$/ })).toBeVisible();
  await page.getByRole("button", { name: "Start a draft: Risk-based" }).press("Enter");
  await page.waitForURL("**/model/draft?id=*");
  const address = page.url();
  await page.getByLabel("Name of the model").fill(NAME);

  const weight = page.getByRole("spinbutton", { name: "Weight of Active-user trend" });
  await weight.press("ArrowUp");
  await expect(weight).toHaveValue("26");
  await expect(page.getByText("Weights: 101: 1 over 100; shares count, so any total works")).toBeVisible();
  await weight.fill("90");
  const advice = page.getByRole("region", { name: "Advice" });
  await expect(advice.getByText(/Active-user trend carries \d+% of the weight/)).toBeVisible();
  await weight.fill("0");
  await expect(page.getByText("a weight is a number above 0")).toBeVisible();
  await expect(page.getByRole("button", { name: "Publish …" })).toBeDisabled();
  await page.keyboard.press("Control+z");
  await expect(weight).toHaveValue("25");
  await weight.fill("90");

  await page.getByRole("button", { name: "Edit Active-user trend" }).press("Enter");
  const best = page.getByRole("button", { name: /^Best: / });
  await expect(best).toHaveAccessibleName(/5% earns 100 points/);
  await best.press("Shift+ArrowRight");
  await expect(best).not.toHaveAccessibleName(/: 5% earns/);
  await page.getByRole("spinbutton", { name: "Active-user trend: 100 points at" }).fill("8");
  await expect(best).toHaveAccessibleName(/8% earns 100 points/);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  await page.goto("/model");
  await page.getByRole("link", { name: NAME }).press("Enter");
  await page.waitForURL(address);
  await expect(page.getByRole("spinbutton", { name: "Weight of Active-user trend" })).toHaveValue("90");
  await expect(page.getByText("−25% → 0, 8% → 100").first()).toBeVisible();

  await page.getByRole("button", { name: "Discard the draft" }).press("Enter");
  await page.getByRole("button", { name: "Discard it" }).press("Enter");
  await page.waitForURL("**/model");
  await expect(page.getByRole("link", { name: NAME })).toHaveCount(0);
});

test("a version that is planned is withdrawn before its day, with the reason; the one in force stays", async ({
  page,
}) => {
  const name = `Planned and withdrawn ${Date.now()}`;
  await signIn(page, "admin", "/model");
  const inForce = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await page.getByRole("button", { name: "Edit a copy", exact: true }).press("Enter");
  await page.waitForURL("**/model/draft?id=*");
  await page.getByLabel("Name of the model").fill(name);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Publish …" }).press("Enter");
  await page.getByLabel("What changes, and why").fill("Only a plan");
  await page.getByLabel("Counts from").fill("2041-01-15");
  await page.getByRole("button", { name: "Publish from 15 Jan 2041" }).press("Enter");
  await page.waitForURL("**/model");

  const plan = page.getByText(new RegExp(`^Version \\d+, ${name}, begins on 15 Jan 2041: Only a plan$`));
  await expect(plan).toBeVisible();
  const version = /\d+/.exec((await plan.textContent()) ?? "")?.[0];
  await page.getByRole("button", { name: `Withdraw version ${version} …` }).press("Enter");
  const dialog = page.getByRole("dialog", { name: `Withdraw version ${version}, ${name}` });
  const reason = dialog.getByLabel("Why it is withdrawn");
  await expect(reason).toBeFocused();
  await expect(dialog.getByRole("button", { name: "Withdraw it" })).toBeDisabled();
  expect(await violations(page)).toEqual([]);
  await reason.fill("Finance wants the old one until the audit.");
  await dialog.getByRole("button", { name: "Withdraw it" }).press("Enter");
  await expect(page.getByText(`Version ${version} is withdrawn`, { exact: true })).toBeVisible();
  await expect(plan).toBeHidden();
  const listed = page.getByRole("listitem").filter({ hasText: `Version ${version} ${name}` });
  await expect(listed).toContainText("was to begin on 15 Jan 2041");
  await expect(listed).toContainText(/Withdrawn on .+ by Robin Okafor: Finance wants the old one until the audit\./);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(inForce);

  await listed.getByRole("link", { name: `Version ${version}`, exact: true }).press("Enter");
  await expect(page.getByRole("heading", { name: `Version ${version}: ${name}` })).toBeVisible();
  await expect(page.getByText(/^Withdrawn on .+: Finance wants the old one/)).toBeVisible();
  await expect(page.getByRole("button", { name: /Withdraw|Go back/ })).toHaveCount(0);
  await page.goto(`/validation?version=${version}`);
  await expect(page.getByText(new RegExp(`^There is no version ${version}, or it was withdrawn`))).toBeVisible();
});

test("a draft is axe clean in both themes and fits a phone", async ({ page }) => {
  await signIn(page, "admin", "/model");
  await page.getByRole("button", { name: "Start a draft: Five components by points" }).click();
  await page.waitForURL("**/model/draft?id=*");
  await page.getByRole("button", { name: "Edit Usage" }).click();
  await expect(page.getByText(/Your values: \d/)).toBeVisible();
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator("html")).toHaveClass(theme === "dark" ? /\bdark\b/ : /\blight\b/);
    expect(await violations(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.getByRole("button", { name: "Discard the draft" }).click();
  await page.getByRole("button", { name: "Discard it" }).click();
  await page.waitForURL("**/model");
});

test("a CSM reads the model and its versions, and drafts none", async ({ page }) => {
  await signIn(page, "csm", "/model");
  await expect(page.getByRole("region", { name: /^Measures/ })).toBeVisible();
  await expect(page.getByText("Answers for it")).toBeVisible();
  await expect(page.getByRole("button", { name: /draft|Edit a copy/ })).toHaveCount(0);
  await page
    .getByRole("link", { name: /^Version \d+$/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: /^Version \d+: / })).toBeVisible();
  const draft = await page.request.get("/model/draft?id=1");
  expect(await draft.text()).not.toContain("Name of the model");
});
