import type { Page } from "@playwright/test";
import type { EmptyInstallation } from "./empty-installation";
import { atHome } from "./flow";

/** The first administrator follows the one-time link, sets a password and reaches their first screen. */
export async function becomeAdmin(page: Page, { link }: EmptyInstallation, name: string, password: string) {
  await page.goto(link);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Email").fill("ada@example.test");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("Password again").fill(password);
  await page.getByRole("button", { name: "Set password and sign in" }).click();
  await atHome(page);
}
