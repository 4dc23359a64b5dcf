import type { CDPSession } from "@playwright/test";

/** What asks how long a page's own thread has been at work, in ms of the processor: other work on the machine does not change it. */
export async function threadTime(session: CDPSession): Promise<() => Promise<number>> {
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
  };
}
