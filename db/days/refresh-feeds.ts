import "server-only";
import type { ClientBase } from "pg";
import type { Feed } from "@/lib/core/measures/columns";

const day = (instant: string) => `(${instant} at time zone (select time_zone from settings where id = 1))::date`;

/** From which day to which a feed's rows tell. What happens on a day covers up to its newest row; a register (who, what is
 * agreed, what is due) tells how things stand when it is delivered, so its rows cover the day they were recorded too. */
const SPANS: Record<Feed, { first: string; last: string; isRegister?: true }> = {
  contracts: { first: "min(starts_on)", last: "max(starts_on)", isRegister: true },
  usage_days: { first: "min(day)", last: "max(day)" },
  feature_usage: { first: "min(day)", last: "max(day)" },
  tickets: { first: day("min(opened_at)"), last: day("greatest(max(opened_at), max(closed_at))") },
  touchpoints: { first: day("min(at)"), last: day("max(at)") },
  invoices: { first: "min(issued_on)", last: "greatest(max(issued_on), max(paid_on))", isRegister: true },
  contacts: { first: "min(active_from)", last: "greatest(max(active_from), max(active_to))", isRegister: true },
  surveys: { first: day("min(at)"), last: day("max(at)") },
  milestones: { first: "least(min(target_on), min(achieved_on))", last: "max(achieved_on)", isRegister: true },
  events: { first: day("min(at)"), last: day("max(at)") },
  metrics: { first: "min(day)", last: "max(day)" },
  outcomes: { first: "min(decided_on)", last: "max(decided_on)", isRegister: true },
};

/** Brings the feeds table up to what the signal tables hold. Days that an empty delivery covered stay covered. */
export async function refreshFeeds(client: ClientBase): Promise<void> {
  const found = Object.entries(SPANS).map(([feed, { first, last, isRegister }]) => {
    const covered = isRegister ? `greatest(${last}, ${day("max(recorded_at)")})` : last;
    return `select '${feed}' as feed, ${first} as first_day, ${covered} as last_day, max(recorded_at) as delivered_at,
      count(*)::int as rows from ${feed}`;
  });
  await client.query(
    `insert into feeds (feed, first_day, last_day, delivered_at, rows)
     select * from (${found.join(" union all ")}) found where first_day is not null
     on conflict (feed) do update set first_day = least(feeds.first_day, excluded.first_day),
       last_day = greatest(feeds.last_day, excluded.last_day), rows = excluded.rows,
       delivered_at = greatest(feeds.delivered_at, excluded.delivered_at)`,
  );
}
