import { planFilterOf } from "@/app/(app)/plans/prepare-filter";
import { loadPlansParams } from "@/app/(app)/plans/search-params";
import { getSettings } from "@/db/queries/get-settings";
import { listExternalIds } from "@/db/queries/list-external-ids";
import { listPlans } from "@/db/queries/work/list-plans";
import type { PlanListRow } from "@/db/queries/work/plan-row";
import { missingOf, planState } from "@/lib/core/playbook/written-plan";
import { amountOf, listOf, toneWord } from "./list-cells";
import type { ReadList, ViewerCtx } from "./lists";

/** The plans of the filter, in the list's order. */
export function exportPlans({ actor }: ViewerCtx, search: URLSearchParams): ReadList {
  const params = loadPlansParams(search);
  const filter = planFilterOf(params, actor.roles);
  return {
    words: [params.state, params.kind, params.cause],
    read: async (ctx, limit) => {
      const { rows } = await listPlans(ctx, filter, { sort: params.sort, limit });
      const { currency } = await getSettings(ctx);
      const ids = await listExternalIds(ctx, [...new Set(rows.map(({ accountId }) => accountId))]);
      return listOf<PlanListRow>(rows, {
        account_id: (row) => ids.get(row.accountId) ?? null,
        name: (row) => row.name,
        health_band: (row) => toneWord(row.tone),
        in_band_since: (row) => row.bandSince,
        arr_in_book: (row) => amountOf(row.arrCents, currency),
        book_currency: (row) => (row.arrCents === null ? null : currency),
        kind: (row) => row.kind,
        cause: (row) => row.cause,
        goal: (row) => row.goal,
        goal_agreed_on: (row) => row.goalAgreedOn,
        measure: (row) => row.measureKey,
        measure_from: (row) => row.measureFrom,
        measure_to: (row) => row.measureTo,
        owner: (row) => row.owner,
        owner_email: (row) => row.ownerEmail,
        sponsor: (row) => row.sponsor,
        opened_on: (row) => row.openedOn,
        next_step: (row) => row.nextStep,
        due_on: (row) => row.dueOn,
        status: (row) => row.status,
        state: (row) => planState(row),
        missing: (row) => missingOf(row).join(" "),
        submitted_on: (row) => row.submittedOn,
        approved_by: (row) => row.approver,
        approved_on: (row) => row.approvedOn,
        closed_on: (row) => row.closedOn,
        result: (row) => row.result,
      });
    },
  };
}
