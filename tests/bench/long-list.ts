import type { Page } from "@playwright/test";
import { comeAlive } from "./page-alive";

const ROWS = 100_000;

/** One group of the list, opened, whose rows are 100,000; how many stand in it. */
export async function openLongList(page: Page): Promise<number> {
  await page.route("**/api/accounts/rows*", async (route) => {
    const answer = await route.fetch();
    const { columns, cells } = (await answer.json()) as { columns: string[]; cells: unknown[][] };
    const [id, slug, name] = ["accountId", "slug", "name"].map((column) => columns.indexOf(column));
    const many = Array.from({ length: ROWS }, (_, n) =>
      (cells[n % cells.length] ?? []).map((cell, at) =>
        at === id ? 1_000_000 + n : at === slug || at === name ? `${cell} ${n}` : cell,
      ),
    );
    await route.fulfill({ json: { columns, cells: many, next: null } });
  });
  await page.goto("/accounts?owner=all&group=segment");
  await comeAlive(page, "[role=grid]");
  await page.keyboard.press("Enter");
  await page.getByRole("row").nth(8).waitFor();
  await page.waitForFunction((rows) => {
    const body = document.querySelector("[role=grid]");
    return (body?.clientHeight ?? 0) > rows * 30;
  }, ROWS);
  return page.evaluate(() => Math.round((document.querySelector("[role=grid]")?.clientHeight ?? 0) / 36));
}
