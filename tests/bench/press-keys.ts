import { chromium, type Page } from "@playwright/test";

const ROWS = 100_000;
const PRESSES = 30;
const ROUNDS = 5;
const SLOWER = 4;

export interface Presses {
  p50: number;
  p98: number;
  longest: number;
  /** Processor time of the page's own thread for one press, on average: what other work on the machine does not change. */
  cpu: number;
  rows: number;
}

/** How long a press of `j` takes until its frame is shown, in ms, in a list of 100,000 rows on a processor four times slower. The
 * app runs at `base` with the demo company; the list's rows are the demo's, over and over. */
export async function pressKeys(base: string): Promise<Presses> {
  const executablePath = process.env.CHROMIUM_PATH;
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: base });
    await page.goto("/sign-in?from=/accounts");
    await comeAlive(page, "form");
    await page.getByLabel("Email").fill("manager@demo.test");
    await page.getByLabel("Password").fill("bellwether-demo");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    const rows = await openLongList(page);
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const busy = async () => {
      const { metrics } = await session.send("Performance.getMetrics");
      return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
    };
    await countFrames(page);
    const before = await busy();
    for (let press = 0; press < PRESSES * ROUNDS; press++) {
      await page.keyboard.press("j");
      await page.waitForFunction((n) => (window as unknown as Timed).took.length > n, press);
    }
    const cpu = ((await busy()) - before) / (PRESSES * ROUNDS);
    const took = await page.evaluate(() => (window as unknown as Timed).took);
    const sorted = took.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
    return { p50: at(0.5), p98: at(0.98), longest: at(1), cpu, rows };
  } finally {
    await browser.close();
  }
}

type Timed = { took: number[] };

/** From the press to after the frame that it led to. */
function countFrames(page: Page): Promise<void> {
  return page.evaluate(() => {
    const took: number[] = [];
    Object.assign(window, { took });
    const after = new MessageChannel();
    let pressed = 0;
    after.port1.onmessage = () => took.push(performance.now() - pressed);
    addEventListener(
      "keydown",
      ({ timeStamp }) => {
        pressed = timeStamp;
        requestAnimationFrame(() => after.port2.postMessage(null));
      },
      true,
    );
  });
}

/** One group of the list, opened, whose rows are 100,000. */
async function openLongList(page: Page): Promise<number> {
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

/** Waits until an element answers keys. */
async function comeAlive(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((found) => {
    const element = document.querySelector(found);
    return element && Object.keys(element).some((key) => key.startsWith("__reactProps$"));
  }, selector);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
