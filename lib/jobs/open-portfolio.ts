import { getSettings } from "@/db/queries/get-settings";
import { findAlarm } from "@/db/queries/portfolio/find-alarm";
import { findCountedSlice } from "@/db/queries/portfolio/find-counted-slice";
import { getPast } from "@/db/queries/portfolio/get-past";
import { periodOf } from "@/lib/core/portfolio/period";
import { type Ctx, systemContext } from "@/lib/server/context";

/** Reads what the whole book's portfolio opens with, so that nobody who opens it waits for its accounts to be read; where
 * nothing has changed since, it is remembered, and nothing is read. A worker of its own does nothing for the web process: there
 * whoever opens it first waits. */
export async function openPortfolio(given?: Ctx): Promise<void> {
  const ctx = given ?? (await systemContext("open-portfolio"));
  const whole = { book: "all" } as const;
  if (!(await findCountedSlice(ctx, whole))) return;
  const { fiscalStartMonth } = await getSettings(ctx);
  await getPast(ctx, whole, periodOf({ from: null, to: null }, ctx.today, fiscalStartMonth));
  await findAlarm(ctx, fiscalStartMonth);
}
