import { expect, signIn, test } from "./flow";

test("a long queue is drawn as far as one looks: whole once one scrolls to its end, moves there, searches or prints", async ({
  page,
}) => {
  await signIn(page, "manager", "/triage?owner=all");
  const grid = page.getByRole("grid", { name: "Queue" });
  const whole = Number(await grid.getAttribute("aria-rowcount")) - 1;
  const rows = grid.locator("tr[id^='row-']");
  const few = await rows.count();
  expect(few).toBeLessThan(whole);
  for (let at = 0; at < few; at++) await page.keyboard.press("j");
  await expect(page.locator(`#row-${few}`)).toBeInViewport();

  for (const reach of [
    () => page.evaluate(() => window.scrollTo(0, document.body.scrollHeight)),
    () => page.keyboard.press("Control+f"),
    () => page.evaluate(() => void window.dispatchEvent(new Event("beforeprint"))),
  ]) {
    await page.goto("/triage?owner=all");
    await expect(rows).toHaveCount(few);
    await reach();
    await expect(rows).toHaveCount(whole);
  }
});
