import "server-only";
import { quarterShown } from "@/lib/core/portfolio/quarter";
import type { Ctx } from "@/lib/server/context";
import { findShift, type Shift } from "./get-shift";
import { getShiftReasons, type ShiftReasons } from "./get-shift-reasons";

/** Above this many falls the alarm leaves what moved them to its page. */
const MOST_EXPLAINED = 500;

/** The structural shift of the whole book and its reasons, whatever part of it is looked at; null where there is none. */
export async function findAlarm(
  ctx: Ctx,
  fiscalStartMonth: number,
): Promise<{ shift: Shift; reasons: ShiftReasons } | null> {
  const whole = { book: "all" } as const;
  const shift = await findShift(ctx, whole, quarterShown(ctx.today, fiscalStartMonth));
  return shift && { shift, reasons: await getShiftReasons(ctx, whole, shift.now, { most: MOST_EXPLAINED }) };
}
