import "server-only";
import { loadSlices } from "@/db/days/load-slices";
import type { Day } from "@/lib/core/calendar";
import type { Definition } from "@/lib/core/health/model";
import type { ReachFacts } from "@/lib/core/health/reach-words";
import { isMeasure, measureOf } from "@/lib/core/measures/catalogue";
import type { Column } from "@/lib/core/measures/columns";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { readWhole } from "@/lib/server/run/read-whole";

/** Measures that are so many of so many: the counters of their window, or states as of the day. */
const COUNTS: Readonly<Record<string, [part: Column, whole: Column]>> = {
  meeting_attendance: ["meetings_attended", "meetings_planned"],
  on_time_payment: ["invoices_on_time", "invoices_due"],
  milestones_met: ["milestones_met", "milestones_due"],
};

/** What the readings of an account are made of on a day, in its own units: seats, and so many of so many. */
export async function getReachFacts(
  ctx: Ctx,
  accountId: number,
  { asOf, definition }: { asOf: Day; definition: Pick<Definition, "measures"> },
): Promise<ReachFacts> {
  await authorize(ctx, "account:read", accountId);
  const asked = definition.measures.flatMap(({ key, window }) => {
    const columns = isMeasure(key) ? COUNTS[key] : undefined;
    return columns ? [{ key, columns, back: window ?? measureOf(key).window }] : [];
  });
  const needs = asked.flatMap(({ columns, back }) =>
    columns.flatMap((column) => [{ column, daysBack: 0 }, ...(back === null ? [] : [{ column, daysBack: back }])]),
  );
  return readWhole(ctx.db, async (client) => {
    const columns = [{ column: "seats" as const, daysBack: 0 }, ...needs];
    const slices = await loadSlices(client, {
      asOf,
      needs: { columns, metrics: [], attributes: [] },
      accountIds: [accountId],
    });
    const at = (column: Column, back: number) => slices.column(column, back)[0] ?? Number.NaN;
    const gain = (column: Column, back: number | null) => at(column, 0) - (back === null ? 0 : at(column, back));
    const seats = at("seats", 0);
    const counts = asked.map(({ key, columns: [part, whole], back }) => [
      key,
      { part: gain(part, back), whole: gain(whole, back) },
    ]);
    const known = counts.filter(([, count]) => Number.isFinite((count as { whole: number }).whole));
    return { seats: Number.isFinite(seats) ? seats : null, counts: Object.fromEntries(known) };
  });
}
