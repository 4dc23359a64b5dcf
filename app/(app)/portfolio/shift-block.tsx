import { ShiftAlarm } from "@/components/portfolio/shift-alarm";
import { findAlarm } from "@/db/queries/portfolio/find-alarm";
import { headlineSlice } from "@/lib/core/portfolio/shift-slices";
import type { Ctx } from "@/lib/server/context";

/** The alarm of the whole book's structural shift, whatever part of it is looked at; nothing where there is none. */
export async function ShiftBlock({ ctx, fiscalStartMonth }: { ctx: Ctx; fiscalStartMonth: number }) {
  const alarm = await findAlarm(ctx, fiscalStartMonth);
  if (!alarm) return null;
  const { shift, reasons } = alarm;
  return (
    <ShiftAlarm
      quarter={shift.now}
      verdict={shift.verdict}
      slice={headlineSlice(reasons, shift.now.greens.fallen)}
      measures={reasons.measures.measures}
    />
  );
}
