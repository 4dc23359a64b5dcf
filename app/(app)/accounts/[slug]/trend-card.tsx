import { TrendRange } from "@/components/account/trend-range";
import { TrendSection } from "@/components/account/trend-section";
import { Card } from "@/components/ui/card";
import { listHealthHistory } from "@/db/queries/list-health-history";
import { listMarkers } from "@/db/queries/list-markers";
import { findAccountReplay } from "@/db/queries/model/find-account-replay";
import type { Day } from "@/lib/core/calendar";
import type { Definition } from "@/lib/core/health/model";
import type { Ctx } from "@/lib/server/context";
import { trendFinding } from "./prepare";

interface Props {
  ctx: Ctx;
  account: { accountId: number; slug: string };
  bands: Definition["bands"];
  since: Day | null;
  span: { from: Day; to: Day };
}

/** Health over the days asked for, with all that happened meanwhile. */
export async function TrendCard({ ctx, account: { accountId, slug }, bands, since, span }: Props) {
  const [history, markers, hindsight] = await Promise.all([
    listHealthHistory(ctx, accountId, span),
    listMarkers(ctx, accountId, span),
    findAccountReplay(ctx, accountId, span),
  ]);
  return (
    <Card id="trend" title="Health over time" aside={<TrendRange {...{ slug, since, ...span, today: ctx.today }} />}>
      <TrendSection
        history={history.map(({ day, health, score }) => ({ day, health, score }))}
        bands={bands.map(({ key, name, tone, from: cutOff }) => ({ name: name ?? key, tone, from: cutOff }))}
        markers={markers}
        hindsight={hindsight}
        finding={trendFinding(history)}
        page={{ slug, since }}
      />
    </Card>
  );
}
