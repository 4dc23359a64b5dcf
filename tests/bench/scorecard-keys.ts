import type { Route } from "@playwright/test";
import { countFrames, pressCounted } from "./count-frames";
import { comeAlive } from "./page-alive";
import { signedIn } from "./signed-in";
import { threadTime } from "./thread-time";

const SLOWER = 4;
const ROUNDS = 8;
const KEYS = ["1", "ArrowDown", "2", "Escape", "ArrowLeft", "3", "Escape", "ArrowDown", "0", "ArrowRight"];

/** How long a key takes in the grid of scorecards until its frame is shown, in ms, on a processor four times slower: an account
 * manager's whole book of the demo company. What they answer is on its way to the server the whole time, and never reaches it. */
export async function scorecardKeys(base: string) {
  return signedIn(base, "am", "/scorecards?period=2026-10&due=all", async (page) => {
    await comeAlive(page, "[role=grid]");
    const held: Route[] = [];
    await page.route("**/scorecards**", (route) => {
      if (route.request().method() === "POST") held.push(route);
      else return route.continue();
    });
    const rows = await page.locator("[role=grid] tbody tr").count();
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    const busy = await threadTime(session);
    await page.locator("td[id$='-champion']").first().focus();
    await countFrames(page);
    const before = await busy();
    const took = await pressCounted(page, Array<string[]>(ROUNDS).fill(KEYS).flat());
    const sorted = took.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
    const cpu = ((await busy()) - before) / took.length;
    await Promise.all(held.map((route) => route.abort()));
    return { p50: at(0.5), p98: at(0.98), longest: at(1), cpu, rows };
  });
}
