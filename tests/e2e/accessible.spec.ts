import { expect, type Persona, signIn, test, violations } from "./flow";

const SCREENS: readonly [Persona, string][] = [
  ["csm", "/triage"],
  ["csm", "/triage?peek=northwind-freight"],
  ["csm", "/accounts/northwind-freight"],
  ["csm", "/accounts/tundra-labs?since=2026-09-01"],
  ["manager", "/accounts/caspian-travel"],
  ["csm", "/print/accounts/northwind-freight"],
  ["csm", "/accounts/kestrel-bank/brief"],
  ["csm", "/print/review/kestrel-bank"],
  ["csm", "/plans"],
  ["manager", "/plans?owner=all&state=waiting"],
  ["csm", "/reviews"],
  ["manager", "/reviews?owner=all&show=held"],
  ["manager", "/plans/effect?owner=all&show=reds.misses"],
  ["csm", "/inbox?show=all"],
  ["admin", "/settings/notifications"],
  ["am", "/scorecards"],
  ["manager", "/scorecards"],
  ["admin", "/settings/scorecards"],
  ["manager", "/portfolio?owner=all"],
  ["manager", "/portfolio?owner=all&table=1&compare=year&by=csm"],
  ["manager", "/portfolio/migration?owner=all"],
  ["manager", "/portfolio/migration?owner=all&via=2026-09-30,2026-10-31"],
  ["manager", "/portfolio/renewals?owner=all"],
  ["viewer", "/print/portfolio"],
  ["manager", "/portfolio/measures?owner=all&by=csm"],
  ["manager", "/portfolio/accounts?owner=all"],
  ["admin", "/validation"],
  ["viewer", "/validation?window=2026-q3&before=effective"],
  ["csm", "/accounts/cobalt-air?asof=2026-03-12&version=2"],
  ["manager", "/portfolio/shift?owner=all&slice=segment~Mid-market"],
  ["manager", "/portfolio/trend?owner=all&from=2026-08-31&to=2026-11-30&part=data.active_user_trend"],
  ["manager", "/portfolio/lists?owner=all"],
  ["csm", "/portfolio/lists/audit?owner=all"],
  ["manager", "/portfolio/lists/expansion?owner=all"],
  ["manager", "/forecast?owner=all"],
  ["manager", "/divergences?owner=all"],
  ["manager", "/divergences/1"],
  ["manager", "/divergences/record"],
  ["manager", "/portfolio/books"],
  ["manager", "/print/hand-over/11"],
  ["admin", "/data"],
  ["admin", "/settings/people"],
  ["admin", "/settings/playbooks"],
  ["admin", "/settings/playbooks?edit=yellow"],
  ["viewer", "/settings/playbooks"],
  ["admin", "/settings/ranking"],
  ["manager", "/portfolio/accounts?owner=all&lost=any&between=2026-09-01..2026-11-30"],
  ["viewer", "/settings/account"],
  ["viewer", "/developers"],
  ["viewer", "/model"],
  ["admin", "/model"],
  ["admin", "/model/versions/1"],
];

for (const [persona, path] of SCREENS) {
  test(`axe finds nothing on ${path} of the ${persona} in light and dark, and nothing sticks out sideways on a phone`, async ({
    page,
  }) => {
    await signIn(page, persona, path);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator("html")).toHaveClass(colorScheme === "dark" ? /\bdark\b/ : /\blight\b/);
      expect(await violations(page), colorScheme).toEqual([]);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    // A chart takes the new width with a frame of its own.
    const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await expect.poll(beyond, "pixels beyond the screen's edge").toBeLessThanOrEqual(0);
  });
}
