import type { Page } from "@playwright/test";
import { navItems } from "@/components/shell/nav-items";
import { ROLES } from "@/lib/core/access";
import { expect, signIn, test } from "./flow";

test.use({ viewport: { width: 390, height: 844 } });

/** Every control that lies, with all of it, within the screen, by its name. */
async function inSight(page: Page): Promise<string[]> {
  const controls = await page.getByRole("navigation", { name: "Screens" }).locator("a:visible, button:visible").all();
  const names: string[] = [];
  for (const control of controls) {
    const box = await control.boundingBox();
    const isWhole = box && box.x >= 0 && box.y >= 0 && box.x + box.width <= 390 && box.y + box.height <= 844;
    if (isWhole && box.height >= 44) names.push((await control.innerText()).split("\n")[0]?.trim() ?? "");
  }
  return names;
}

for (const persona of ROLES) {
  test(`a ${persona} reaches every screen and their own menu on a phone`, async ({ page }) => {
    await signIn(page, persona, "/accounts");
    expect(await inSight(page)).toHaveLength(5);
    const bar = await inSight(page);
    await page.getByRole("button", { name: "More screens and your account" }).click();
    const all = new Set([...bar, ...(await inSight(page))]);
    for (const { name } of navItems([persona])) expect(all).toContain(name);
    for (const name of ["Inbox", "Sign out", "Change password"]) expect([...all].join()).toContain(name);
    await page.getByRole("link", { name: "Settings" }).click();
    await expect(page).toHaveURL(/settings/);
    await expect(page.getByRole("button", { name: "Sign out", exact: true })).toBeHidden();
  });
}

test("the tabs and choices of settings stand whole on a phone", async ({ page }) => {
  await signIn(page, "admin", "/settings/notifications");
  for (const link of await page.getByRole("navigation", { name: "Settings" }).getByRole("link").all()) {
    const box = await link.boundingBox();
    expect((box?.x ?? 999) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  }
  for (const select of await page.getByLabel(/^By e-mail/).all()) {
    const box = await select.boundingBox();
    expect((box?.x ?? 999) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  }
});

test("on a phone the month opens with its first card in sight, and one button opens the rest of its head", async ({
  page,
}) => {
  await signIn(page, "am", "/scorecards");
  const bar = await page.getByRole("navigation", { name: "Screens" }).filter({ visible: true }).boundingBox();
  const answered = ["Champion", "Executive", "Outcome"].map((name) => page.getByRole("group", { name }));
  for (const control of [...answered, page.getByRole("button", { name: "Confirm, next" })]) {
    const box = await control.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThan(bar?.y ?? 0);
  }
  const rest = [
    page.getByRole("navigation", { name: "Filters" }),
    page.getByRole("navigation", { name: "Whose accounts" }),
    page.getByRole("navigation", { name: "Month" }),
    page.getByRole("button", { name: "Export" }),
    page.getByRole("button", { name: /^Scored / }),
  ];
  for (const control of rest) await expect(control).toBeHidden();
  await page.getByRole("button", { name: "More about the month" }).click();
  for (const control of rest) await expect(control).toBeVisible();
  await page.getByRole("link", { name: /^Diverging/ }).click();
  await page.getByRole("button", { name: "More about the month", expanded: true }).click();
  await expect(page.getByRole("navigation", { name: "Filters" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Export" })).toBeHidden();
});
