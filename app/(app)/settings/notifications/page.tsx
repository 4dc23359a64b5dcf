import type { Metadata } from "next";
import { agoText } from "@/components/data/ago-text";
import { Deliveries } from "@/components/notices/deliveries";
import { Endpoints } from "@/components/notices/endpoints";
import { PreferencesForm } from "@/components/notices/preferences-form";
import { Rules } from "@/components/notices/rules";
import { Card } from "@/components/ui/card";
import { findCurrentModel } from "@/db/queries/find-current-model";
import { listSegments } from "@/db/queries/list-segments";
import { getPreferences } from "@/db/queries/notices/get-preferences";
import { listDeliveries, listEndpoints } from "@/db/queries/notices/list-endpoints";
import { listNoticeRules } from "@/db/queries/notices/list-notice-rules";
import { mayEver } from "@/lib/core/access";
import type { Model } from "@/lib/core/health/model";
import { isMeasure, measureOf } from "@/lib/core/measures/catalogue";
import { ADMIN_KINDS, isNoticeKind, NOTICE_KINDS } from "@/lib/core/notices/kinds";
import type { Ctx } from "@/lib/server/context";
import { viewerContext } from "@/lib/server/viewer-context";

export const metadata: Metadata = { title: "Notifications" };

/** What the person is told of; for administrators also where events go out to, and rules of their own. */
export default async function NotificationSettingsPage() {
  const ctx = await viewerContext();
  const isAdmin = mayEver(ctx.actor.roles, "settings:write");
  const { choices, ...preferences } = await getPreferences(ctx);
  const rows = choices
    .filter(({ kind }) => isAdmin || !ADMIN_KINDS.includes(kind))
    .map((row) => ({ ...row, name: NOTICE_KINDS[row.kind].name }));
  return (
    <div className="flex max-w-5xl flex-col gap-4">
      <Card title="What you are told of">
        <PreferencesForm {...preferences} rows={rows} timeZones={Intl.supportedValuesOf("timeZone")} />
      </Card>
      {isAdmin && <RulesCard ctx={ctx} />}
      {isAdmin && <Outgoing ctx={ctx} />}
    </div>
  );
}

async function RulesCard({ ctx }: { ctx: Ctx }) {
  const [rules, model, segments] = await Promise.all([listNoticeRules(ctx), findCurrentModel(ctx), listSegments(ctx)]);
  return (
    <Card title="Rules of your own">
      <Rules rows={rules} measures={model ? measuresOf(model) : []} segments={segments} />
    </Card>
  );
}

async function Outgoing({ ctx }: { ctx: Ctx }) {
  const [endpoints, deliveries] = await Promise.all([listEndpoints(ctx), listDeliveries(ctx)]);
  const minutes = (at: Date) => Math.floor((ctx.now.getTime() - at.getTime()) / 60_000);
  const rows = deliveries.map(({ at, kind, ...row }) => ({
    ...row,
    event: isNoticeKind(kind) ? NOTICE_KINDS[kind].type : kind,
    when: minutes(at) < 0 ? `next in ${-minutes(at)} min` : agoText(minutes(at)),
  }));
  return (
    <>
      <Card title="Slack and webhooks">
        <Endpoints rows={endpoints} />
      </Card>
      <Card title="Deliveries">
        <Deliveries rows={rows} />
      </Card>
    </>
  );
}

/** The measures that a model reads and whose readings are numbers, by name. */
function measuresOf(model: Model) {
  const { default: fallback, onboarding, segments = {} } = model.definitions;
  const all = [fallback, ...(onboarding ? [onboarding] : []), ...Object.values(segments)].flatMap(
    ({ measures }) => measures,
  );
  const byKey = new Map(all.map((measure) => [measure.key, measure]));
  return [...byKey.values()]
    .filter(({ key }) => isMeasure(key) && !measureOf(key).levels)
    .map(({ key, name }) => ({ key, name: name ?? measureOf(key).name, unit: String(measureOf(key).unit) }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}
