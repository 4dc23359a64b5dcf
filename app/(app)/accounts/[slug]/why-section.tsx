import { ChangeSince } from "@/components/account/change-since";
import { WhyTable } from "@/components/account/why-table";
import { Card } from "@/components/ui/card";
import { SegmentedLinks } from "@/components/ui/segmented";
import type { AccountPage } from "@/db/queries/find-account";
import { getChange } from "@/db/queries/get-change";
import { type Decomposition, getDecomposition } from "@/db/queries/get-decomposition";
import { listHolds } from "@/db/queries/sources/list-holds";
import { addDays, type Day, daysBetween } from "@/lib/core/calendar";
import { TONES } from "@/lib/core/health/bands";
import { whyRows } from "@/lib/core/health/why";
import type { Feed } from "@/lib/core/measures/columns";
import { dayText } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { Ctx } from "@/lib/server/context";
import { heldMeasures } from "./held-measures";
import { changeRows } from "./prepare";
import { ShortestWay } from "./shortest-way";

interface Props {
  ctx: Ctx;
  account: AccountPage;
  decomposition: Decomposition | null;
  feeds: ReadonlyArray<{ feed: Feed; lastDay: Day }>;
  since: Day | null;
  /** A past day to show instead of today. */
  then: { asOf: Day; version: number | undefined } | null;
  /** The trend's days stay in the address. */
  shown: { from: Day | null; to: Day | null };
}

/** Why the score is what it is today or was on a day, or what changed it since a day. */
export async function WhySection({ ctx, account, decomposition: today, feeds, since, then, shown }: Props) {
  const decomposition = then ? await decompositionThen(ctx, account.accountId, then) : today;
  const options = [
    { value: "now", label: "Now", href: `${paths.account(account.slug, shown)}#why` },
    ...[30, 90, 180].map((days) => {
      const day = addDays(ctx.today, -days);
      return {
        value: day,
        label: `Since ${days} d`,
        href: `${paths.account(account.slug, { since: day, ...shown })}#why`,
      };
    }),
  ];
  const from = !then && since && since < ctx.today ? since : null;
  return (
    <Card
      id="why"
      title={then ? `Why, as of ${dayText(then.asOf)}` : "Why"}
      aside={<SegmentedLinks label="Why or what changed" current={then ? "" : (from ?? "now")} options={options} />}
    >
      {!decomposition && (
        <p className="text-muted-foreground">
          This account {then ? "was not in the book that day" : "is not in the book today"}, so it has no score.
        </p>
      )}
      {then && decomposition && (
        <p className="mb-3">
          Health {decomposition.health.score === null ? "—" : Math.floor(decomposition.health.score)} by version{" "}
          {decomposition.modelVersion} of the model,{" "}
          {decomposition.source === "published" ? "as published then" : "replayed from what is now known of that day"}.
        </p>
      )}
      {decomposition && from && <Change ctx={ctx} accountId={account.accountId} from={from} />}
      {decomposition && !from && (
        <WhyTable
          rows={whyRows(decomposition.scored, decomposition.definition, {
            asOf: decomposition.asOf,
            feeds,
            usageSpread: decomposition.usageSpread,
            daysAsCustomer: account.customerSince ? daysBetween(account.customerSince, decomposition.asOf) : null,
          })}
          score={decomposition.scored.exact}
          scoreTone={decomposition.scored.band ? TONES.indexOf(decomposition.scored.band.tone) + 1 : 0}
          coverage={decomposition.scored.coverage}
          interval={decomposition.scored.interval}
          held={heldMeasures(decomposition.definition, await listHolds(ctx))}
          steps={decomposition.health.steps.map(({ words }) => words)}
        />
      )}
      {decomposition && !from && <ShortestWay ctx={ctx} accountId={account.accountId} decomposition={decomposition} />}
    </Card>
  );
}

function decompositionThen(ctx: Ctx, accountId: number, { asOf, version }: NonNullable<Props["then"]>) {
  return getDecomposition(ctx, accountId, version === undefined ? { asOf } : { asOf, version });
}

async function Change({ ctx, accountId, from }: { ctx: Ctx; accountId: number; from: Day }) {
  const { then, now, change } = await getChange(ctx, accountId, from, ctx.today);
  return (
    <ChangeSince
      since={from}
      then={then?.health.score ?? null}
      now={now?.health.score ?? null}
      parts={change && then && now ? changeRows(change, then, now) : null}
      sources={[then?.source ?? "replayed", now?.source ?? "replayed"]}
    />
  );
}
