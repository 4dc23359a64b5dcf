import "server-only";
import { sql } from "drizzle-orm";
import type { NoticeKind } from "@/lib/core/notices/kinds";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";

export type EndpointRow = {
  id: number;
  kind: "slack" | "webhook";
  name: string;
  url: string;
  events: NoticeKind[];
  enabled: boolean;
  delivered: number;
  waiting: number;
  givenUp: number;
};

/** Where events go out to, with how their deliveries stand; for administrators. */
export async function listEndpoints(ctx: Ctx): Promise<EndpointRow[]> {
  await authorize(ctx, "settings:write");
  const { rows } = await ctx.db.execute<EndpointRow>(sql`
    select id, kind, name, url, events, enabled,
      count(delivered_at)::int as delivered, count(given_up_at)::int as "givenUp",
      (count(outbox_id) - count(coalesce(delivered_at, given_up_at)))::int as waiting
    from endpoints left join deliveries on endpoint_id = id group by id order by name, id`);
  return rows;
}

export type DeliveryRow = {
  endpointId: number;
  outboxId: number;
  endpoint: string;
  kind: string;
  account: string | null;
  attempts: number;
  state: "delivered" | "waiting" | "given_up";
  status: number | null;
  error: string | null;
  at: Date;
};

/** The log: the newest fifty deliveries, those that failed first; for administrators. */
export async function listDeliveries(ctx: Ctx): Promise<DeliveryRow[]> {
  await authorize(ctx, "settings:write");
  const { rows } = await ctx.db.execute<Omit<DeliveryRow, "at"> & { at: string }>(sql`
    select d.endpoint_id as "endpointId", d.outbox_id as "outboxId", e.name as endpoint, o.kind, a.name as account, d.attempts,
      case when d.delivered_at is not null then 'delivered' when d.given_up_at is not null then 'given_up' else 'waiting' end as state,
      d.last_status as status, d.last_error as error,
      coalesce(d.delivered_at, d.given_up_at, d.next_attempt_at, o.created_at) as at
    from deliveries d join endpoints e on e.id = d.endpoint_id join outbox o on o.id = d.outbox_id
    left join accounts a on a.id = (o.payload->>'accountId')::int
    order by d.delivered_at is not null, d.outbox_id desc, d.endpoint_id limit 50`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}
