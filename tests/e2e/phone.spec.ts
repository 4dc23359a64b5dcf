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
