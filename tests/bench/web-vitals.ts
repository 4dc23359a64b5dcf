import type { Page } from "@playwright/test";
import { comeAlive } from "./page-alive";
import { signedIn } from "./signed-in";

const SLOWER = 4;
const ROUNDS = 5;

/** A screen, what tells that it answers, and the keys that are pressed on it. */
const SCREENS = [
  { path: "/portfolio?owner=all", alive: "main form", keys: ["t", "t", "Shift+C", "t", "t"] },
  { path: "/triage?owner=all", alive: "[role=grid]", keys: ["j", "j", "Space", "j", "k", "Escape"] },
] as const;

export type Vitals = { path: string; lcp: number; inp: number; cls: number };

/** Largest paint, worst answer to a key and shift of layout of a manager's screens on a processor four times slower: the median
 * of five loads. The app runs at `base` with the demo company or more. */
export async function webVitals(base: string): Promise<Vitals[]> {
  return signedIn(base, "manager", "/portfolio?owner=all", async (page) => {
    await page.addInitScript(observe);
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    const found: Vitals[] = [];
    for (const screen of SCREENS) {
      const rounds: Seen[] = [];
      for (let round = 0; round <= ROUNDS; round++) rounds.push(await measure(page, screen));
      // The first load fills the caches of the browser and the server.
      const median = (of: (seen: Seen) => number) =>
        rounds
          .slice(1)
          .map(of)
          .sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] as number;
      found.push({
        path: screen.path,
        lcp: median(({ lcp }) => lcp),
        inp: median(({ inp }) => inp),
        cls: median(({ cls }) => cls),
      });
    }
    return found;
  });
}

type Seen = { lcp: number; inp: number; cls: number };

async function measure(page: Page, { path, alive, keys }: (typeof SCREENS)[number]): Promise<Seen> {
  await page.goto(path, { waitUntil: "load" });
  await comeAlive(page, alive);
  await page.waitForLoadState("networkidle");
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await page.waitForLoadState("networkidle");
  }
  return page.evaluate(() => (window as unknown as { seen: Seen }).seen);
}

/** Runs in the page before anything else of it. */
function observe() {
  const seen = { lcp: 0, inp: 0, cls: 0 };
  (window as unknown as { seen: typeof seen }).seen = seen;
  const on = (type: string, take: (entry: PerformanceEntry) => void, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
  on("largest-contentful-paint", ({ startTime }) => {
    seen.lcp = startTime;
  });
  on("layout-shift", (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) seen.cls += value;
  });
  const answers = (entry: PerformanceEntry) => {
    const { duration, interactionId } = entry as PerformanceEntry & { interactionId: number };
    if (interactionId > 0) seen.inp = Math.max(seen.inp, duration);
  };
  on("event", answers, { durationThreshold: 16 });
}
