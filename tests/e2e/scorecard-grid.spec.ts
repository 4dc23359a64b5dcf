import { type Page, test as unwatched } from "@playwright/test";
import { comeAlive, expect, signIn, test } from "./flow";

// October of am@demo.test, which no other test fills: its cards are answered anew and what is typed is cleared again.
const MONTH = "/scorecards?period=2026-10";

/** The champion's cell of a row; each test has a row of its own. */
async function cellOf(page: Page, row: number) {
  await signIn(page, "am");
  await page.goto(MONTH);
  await comeAlive(page);
  const cell = page.locator("td[id$='-champion']").nth(row);
  await cell.click();
  await page.keyboard.press("Escape");
  return { cell, id: (await cell.getAttribute("id")) ?? "" };
}

/** A digit that answers otherwise than what stands, and the word it gives. */
async function other(page: Page, id: string): Promise<{ key: string; word: string }> {
  const text = await page.locator(`#${id}`).innerText();
  return text.includes("Missing") ? { key: "2", word: "At risk" } : { key: "3", word: "Missing" };
}

/** Clears a cell again and waits until the server knows it. */
async function clear(page: Page, id: string, before: string) {
  const saved = page.waitForResponse((response) => isSave(response.request()));
  await page.locator(`#${id}`).focus();
  await page.keyboard.press("0");
  await expect(page.locator(`#${id}`)).toHaveText(before, { useInnerText: true });
  await saved;
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
}

/** What waits until a test says so. */
function gate() {
  let pass = () => {};
  const passed = new Promise<void>((done) => {
    pass = done;
  });
  return { passed, pass: () => pass() };
}

const isSave = (request: { method(): string; headers(): Record<string, string> }) =>
  request.method() === "POST" && request.headers()["next-action"] !== undefined;

test("a cell shows its new value while the server has not answered yet", async ({ page }) => {
  const { id } = await cellOf(page, 0);
  const cell = page.locator(`#${id}`);
  const before = await cell.innerText();
  const late = gate();
  let answered = false;
  await page.route("**/scorecards**", async (route) => {
    if (isSave(route.request())) {
      await late.passed;
      answered = true;
    }
    await route.continue();
  });
  const { key, word } = await other(page, id);
  const asked = page.waitForRequest(isSave);
  await cell.focus();
  await page.keyboard.press(key);
  await expect(cell).toContainText(word);
  await asked;
  await expect(cell).toContainText(word);
  expect(answered).toBe(false);
  late.pass();
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await page.keyboard.press("Escape");
  await clear(page, id, before);
});

// A request that fails is an error in the console: what these two are about.
unwatched("a refused save goes back, offers retry and loses nothing else", async ({ page }) => {
  const { id } = await cellOf(page, 1);
  const cell = page.locator(`#${id}`);
  const before = await cell.innerText();
  let fails = true;
  const seen = gate();
  await page.route("**/scorecards**", async (route) => {
    if (!fails || !isSave(route.request())) return route.continue();
    await seen.passed;
    await route.fulfill({ status: 500, body: "no" });
  });
  const { key, word } = await other(page, id);
  await cell.focus();
  await page.keyboard.press(key);
  await expect(cell).toContainText(word);
  await page.keyboard.type("Left in October");
  await page.keyboard.press("Escape");
  seen.pass();
  const failed = page.getByRole("region", { name: "Not saved" });
  await expect(failed).toContainText(word);
  await expect(failed).toContainText("Left in October");
  await expect(cell).toHaveText(before, { useInnerText: true });
  fails = false;
  await failed.getByRole("button", { name: "Retry" }).first().click();
  await expect(cell).toContainText(word);
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await clear(page, id, before);
});

unwatched("without a connection what is typed stands, and is there after a reload", async ({ page, context }) => {
  const { id } = await cellOf(page, 2);
  const cell = page.locator(`#${id}`);
  const before = await cell.innerText();
  const { key, word } = await other(page, id);
  await context.setOffline(true);
  await cell.focus();
  await page.keyboard.press(key);
  await page.keyboard.press("Escape");
  await expect(page.getByText(/No connection, kept in this browser/)).toBeVisible();
  await expect(cell).toContainText(word);
  page.on("dialog", (dialog) => void dialog.accept());
  await page.route("**/scorecards**", (route) => (isSave(route.request()) ? route.abort() : route.continue()));
  await context.setOffline(false);
  await page.goto(MONTH);
  await comeAlive(page);
  await expect(page.locator(`#${id}`)).toContainText(word);
  await page.unroute("**/scorecards**");
  await clear(page, id, before);
});

test("cells go to Excel and back, bad ones are named, and undo takes the paste back at once", async ({ page }) => {
  const { id } = await cellOf(page, 3);
  const cell = page.locator(`#${id}`);
  await cell.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  const body = page.getByRole("grid").locator("tbody");
  const before = await body.allInnerTexts();
  await page.evaluate((cellId) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "missing\tperhaps\tIn Development\r\nAT RISK\tlapsed\tmissing");
    document.getElementById(cellId)?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }, id);
  const left = page.getByRole("region", { name: "Cells left out" });
  await expect(left).toContainText("1 cell was left out");
  await expect(left).toContainText("perhaps");
  await expect(cell).toContainText("Missing");
  await cell.focus();
  await page.keyboard.press("Control+z");
  await expect.poll(() => body.allInnerTexts()).toEqual(before);
});

test("the page's own keys lead into the grid and act in it; what they do is taken back from anywhere", async ({
  page,
}) => {
  const { id } = await cellOf(page, 4);
  const cell = page.locator(`#${id}`);
  const before = await cell.innerText();
  const { key, word } = await other(page, id);
  const leave = () =>
    page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());

  await leave();
  await page.keyboard.press("ArrowDown");
  await expect(cell).toBeFocused();
  await leave();
  const asked = page.waitForRequest(isSave);
  await page.keyboard.press(key);
  await expect(cell).toContainText(word);
  await asked;
  await page.getByRole("button", { name: "Export" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByText("Every row that these filters hold.")).toBeVisible();
  await expect(cell).not.toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("textbox", { name: /what did you see\?/ })).toBeFocused();

  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Export" }).focus();
  await page.keyboard.press("Control+z");
  await expect(cell).toHaveText(before, { useInnerText: true });
  await expect(cell).toBeFocused();
  // The note lay further right: the cell is back beside the account's column, not under it.
  const [edge, start] = await cell.evaluate((td) => [
    td.parentElement?.querySelector("th")?.getBoundingClientRect().right ?? 0,
    td.getBoundingClientRect().left,
  ]);
  expect(start).toBeGreaterThanOrEqual(edge ?? 0);
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
});

test("two people change one card: both values show, and the keys choose which stays", async ({ page, browser }) => {
  const { id } = await cellOf(page, 5);
  const cell = page.locator(`#${id}`);
  const before = await cell.innerText();
  const { key } = await other(page, id);
  const manager = await (await browser.newContext()).newPage();
  await signIn(manager, "manager");
  await manager.goto(MONTH);
  await comeAlive(manager);
  const say = async (where: Page, text: string) => {
    await where.locator(`#${id}`).focus();
    await where.keyboard.press(key);
    await where.keyboard.type(text);
    await where.keyboard.press("Enter");
  };
  await say(manager, "Left, says their CEO");
  await expect(manager.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await manager.context().close();

  await say(page, "Met her this week");
  const both = page.getByRole("alert").filter({ hasText: "changed" });
  await expect(both).toContainText("Left, says their CEO");
  await expect(both).toContainText("Met her this week");
  const heads = page.getByRole("columnheader", { name: "People say" });
  const wide = await page.getByRole("grid").evaluate((grid) => grid.getBoundingClientRect().right);
  expect(await heads.evaluate((head) => head.getBoundingClientRect().right)).toBeCloseTo(wide, 0);
  for (const name of ["Keep theirs", "Use mine"]) {
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name })).toBeFocused();
  }
  await page.keyboard.press("Enter");
  await expect(both).toBeHidden();
  await expect(cell).toBeFocused();
  await expect(page.locator(`#${id.replace("champion", "note")}`)).toContainText("Met her this week");
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await clear(page, id, before);
});
