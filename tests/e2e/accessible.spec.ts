import { expect, type Persona, signIn, test, violations } from "./flow";

const SCREENS: readonly [Persona, string][] = [
  ["csm", "/triage"],
  ["csm", "/triage?peek=northwind-freight"],
  ["csm", "/accounts/northwind-freight"],
  ["csm", "/accounts/tundra-labs?since=2026-09-01"],
  ["csm", "/inbox?show=all"],
  ["admin", "/settings/notifications"],
  ["am", "/scorecards"],
  ["manager", "/portfolio?owner=all"],
  ["manager", "/portfolio/migration?owner=all"],
  ["manager", "/portfolio/accounts?owner=all"],
  ["admin", "/settings/people"],
  ["viewer", "/settings/account"],
  ["viewer", "/developers"],
];

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });
    for (const [persona, path] of SCREENS) {
      test(`axe finds nothing on ${path}`, async ({ page }) => {
        await signIn(page, persona);
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await page.waitForLoadState("networkidle");
        expect(await violations(page)).toEqual([]);
      });
    }
  });
}

for (const [persona, path] of SCREENS) {
  test(`nothing sticks out sideways on a phone on ${path}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn(page, persona);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(content).toBeLessThanOrEqual(screen);
  });
}
