import { expect, signIn, test } from "./flow";

/** Sana Malik's book: no other flow touches her cover. */
const PERSON = "Sana Malik";

test("a manager stands in for a colleague: the book is in their queue until the cover is ended", async ({ page }) => {
  await signIn(page, "manager", "/portfolio/books");
  const row = page.getByRole("row", { name: new RegExp(PERSON) });
  // Left over where this flow was stopped half-way before.
  const end = row.getByRole("button", { name: `End the cover of ${PERSON}` });
  if (await end.isVisible()) await end.click();

  await row.getByRole("button", { name: `Cover ${PERSON}`, exact: true }).click();
  const dialog = page.locator("dialog[open]");
  await dialog.getByLabel("Stand-in").selectOption({ label: "Maya Brandt" });
  await dialog.getByLabel("Until, that day included").fill("2026-12-05");
  await page.keyboard.press("Enter");
  await expect(row).toContainText("Maya Brandt until 5 Dec 2026");

  await page.goto("/triage?owner=me");
  await page.getByRole("link", { name: /Covering Sana until 5 Dec 2026/ }).click();
  await expect(page).toHaveURL(/owner=15/);
  await expect(page.getByRole("link", { name: /Covering Sana/ })).toHaveAttribute("aria-current", "true");

  await page.goto("/portfolio/books");
  await end.click();
  await expect(row).not.toContainText("Maya Brandt until");
  await page.goto("/triage?owner=me");
  await expect(page.getByRole("link", { name: /Covering Sana/ })).toHaveCount(0);
});

test("a hand-over pack names every account of the book with why it needs looking at", async ({ page }) => {
  await signIn(page, "manager", "/portfolio/books");
  await page.getByRole("link", { name: "Pack of Clara Voss" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Hand-over of Clara Voss's book" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2 })).not.toHaveCount(0);
});
