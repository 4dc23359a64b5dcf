import { ShiftAlarm } from "@/components/portfolio/shift-alarm";
import { findShift } from "@/db/queries/portfolio/get-shift";
import { getShiftReasons } from "@/db/queries/portfolio/get-shift-reasons";
import { quarterShown } from "@/lib/core/portfolio/quarter";
import { headlineSlice } from "@/lib/core/portfolio/shift-slices";
import type { Ctx } from "@/lib/server/context";

/** Above this many falls the alarm leaves what moved them to its page. */
const MOST_EXPLAINED = 500;

/** The alarm of the whole book's structural shift, whatever part of it is looked at; nothing where there is none. */
export async function ShiftBlock({ ctx, fiscalStartMonth }: { ctx: Ctx; fiscalStartMonth: number }) {
  const whole = { book: "all" } as const;
  const shift = await findShift(ctx, whole, quarterShown(ctx.today, fiscalStartMonth));
  if (!shift) return null;
  const reasons = await getShiftReasons(ctx, whole, shift.now, { most: MOST_EXPLAINED });
  return (
    <ShiftAlarm
      quarter={shift.now}
      verdict={shift.verdict}
      slice={headlineSlice(reasons, shift.now.greens.fallen)}
      measures={reasons.measures.measures}
    />
  );
}
