import { countFrames, pressCounted } from "./count-frames";
import { openLongList } from "./long-list";
import { type Pauses, timePeekAndUndo } from "./peek-and-undo";
import { signedIn } from "./signed-in";
import { threadTime } from "./thread-time";

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
  pauses: Pauses;
}

/** How long a press of `j` takes until its frame is shown, in ms, in a list of 100,000 rows on a processor four times slower, and
 * how long the peek and an undo take at that pace. The app runs at `base` with the demo company; the list's rows are the
 * demo's, over and over. */
export async function pressKeys(base: string): Promise<Presses> {
  return signedIn(base, "csm", "/accounts", async (page) => {
    const rows = await openLongList(page);
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    const busy = await threadTime(session);
    await countFrames(page);
    const before = await busy();
    const sorted = (await pressCounted(page, Array(PRESSES * ROUNDS).fill("j"))).toSorted((a, b) => a - b);
    const cpu = ((await busy()) - before) / (PRESSES * ROUNDS);
    const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
    const pauses = await timePeekAndUndo(page);
    return { p50: at(0.5), p98: at(0.98), longest: at(1), cpu, rows, pauses };
  });
}
