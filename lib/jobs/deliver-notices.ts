import { collectNotices } from "@/lib/commands/collect-notices";
import { deliverEvents } from "@/lib/commands/deliver-events";
import { fanOutNotices } from "@/lib/commands/fan-out-notices";
import { mailNotices } from "@/lib/commands/mail-notices";
import type { Ctx } from "@/lib/server/context";
import { systemContext } from "@/lib/server/context";
import { log } from "@/lib/server/log";

const STEPS = [collectNotices, fanOutNotices, mailNotices, deliverEvents] as const;

/** Finds what is due, gives it to people and endpoints, and sends it; one step that fails does not hold up the next. */
export async function deliverNotices(): Promise<void> {
  for (const step of STEPS) await attempt(step, await systemContext("deliver-notices"));
}

async function attempt(step: (ctx: Ctx) => Promise<number>, ctx: Ctx): Promise<void> {
  try {
    const done = await step(ctx);
    if (done > 0) log.info("notices.step_done", { step: step.name, done });
  } catch (error) {
    log.error("notices.step_failed", { step: step.name, error });
  }
}
