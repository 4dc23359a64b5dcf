import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";
import { type FeedDay, type FeedFacts, feedFault, isWellAgain } from "@/lib/core/guards/feed-fault";
import { FEED_GUARD } from "@/lib/core/guards/feed-settings";
import { type FeedLag, usualLag } from "@/lib/core/guards/usual-lag";
import type { Feed } from "@/lib/core/measures/columns";
import { freshnessOf } from "@/lib/core/measures/freshness-of";
import { countFeedDays } from "./count-feed-days";
import { type HoldDetail, loadHolds, type OpenHold } from "./load-holds";

type Known = {
  feed: Feed;
  lastDay: Day;
  promisedHours: number | null;
  lags: FeedLag[];
  days: FeedDay[];
};

/** Looks at what every feed delivered up to the morning of a run: one that stopped or jumped is held from now on, one that is well
 * again is released. A run of the past judges nothing: what it would look at has changed since. */
export async function judgeFeeds(client: ClientBase, asOf: Day): Promise<void> {
  await countFeedDays(client, asOf);
  const open = (await loadHolds(client)).filter(({ kind }) => kind === "feed");
  for (const known of await loadFeeds(client, asOf)) {
    const facts = factsOf(known, asOf);
    const fault = feedFault(facts);
    if (fault?.kind !== "stopped") await noteLag(client, known, asOf);
    const hold = open.find(({ subject }) => subject === known.feed);
    if (hold && isOver(hold, facts, fault !== null)) await release(client, hold, asOf);
    else if (!hold && fault)
      await openHold(client, known.feed, asOf, {
        since: fault.since,
        fault: fault.kind,
        found: fault.found,
        usual: fault.usual,
      });
  }
}

function factsOf({ feed, lastDay, promisedHours, lags, days }: Known, asOf: Day): FeedFacts {
  const promisedDays = promisedHours === null ? usualLag(lags, asOf) : Math.max(1, Math.round(promisedHours / 24));
  return { asOf, lastDay, days, promisedDays, limitDays: freshnessOf(feed) };
}

/** A fault is over once every day since has come as usual. One that a person has called a fault: of a feed that stopped, once it
 * delivers again; of rows that jumped, also once no usual window reaches back to them. */
function isOver(hold: OpenHold, facts: FeedFacts, isFaulty: boolean): boolean {
  const { since, fault, until } = hold.detail;
  if (isWellAgain(facts, since)) return true;
  if (hold.verdict === null || isFaulty) return false;
  return fault === "stopped" || (until !== undefined && facts.asOf >= until);
}

async function loadFeeds(client: ClientBase, asOf: Day): Promise<Known[]> {
  const { rows } = await client.query<Known>(
    `select feed, last_day as "lastDay",
       (select min(promised_hours) from sources s where s.enabled and s.kind = 'postgres' and exists (
          select from source_runs r where r.source_id = s.id and r.table_name = feeds.feed and r.status = 'ok'))
         as "promisedHours",
       coalesce((select jsonb_agg(jsonb_build_object('day', day, 'days', lag) order by day) from feed_days d
         where d.feed = feeds.feed and lag is not null and day between $1::date - ${FEED_GUARD.historyDays} and $1::date - 1), '[]')
         as lags,
       coalesce((select jsonb_agg(jsonb_build_object('day', s.day::date, 'rows', coalesce(d.rows, 0), 'volume',
           case when d.volume is not null or d.rows is null then coalesce(d.volume, 0) end) order by s.day)
         from generate_series(greatest(first_day, $1::date - ${FEED_GUARD.historyDays + 7}), $1::date - 1, interval '1 day') s (day)
         left join feed_days d on d.feed = feeds.feed and d.day = s.day::date
         where s.day::date < (select case when today_fixed is not null then $1::date
           else (feeds.delivered_at at time zone time_zone)::date end from settings where id = 1)), '[]') as days
     from feeds where first_day <= $1`,
    [asOf],
  );
  return rows;
}

async function noteLag(client: ClientBase, { feed, lastDay }: Known, asOf: Day): Promise<void> {
  await client.query(
    `insert into feed_days (feed, day, lag) values ($1, $2, greatest(0, $2::date - $3::date))
     on conflict (feed, day) do update set lag = coalesce(feed_days.lag, excluded.lag)`,
    [feed, asOf, lastDay],
  );
}

/** One hold a fault: what was released is not held again for the same days. */
async function openHold(client: ClientBase, feed: Feed, asOf: Day, found: Omit<HoldDetail, "baseRun">): Promise<void> {
  await client.query(
    `insert into holds (kind, subject, opened_on, detail)
     select 'feed', $1, $2, $3::jsonb || jsonb_build_object('baseRun', (
       select id from runs where status = 'published' and as_of < ($3::jsonb->>'since')::date order by as_of desc, id desc limit 1))
     where not exists (select from holds where kind = 'feed' and subject = $1 and detail->>'since' >= $3::jsonb->>'since')
     on conflict do nothing`,
    [feed, asOf, JSON.stringify(found)],
  );
}

async function release(client: ClientBase, { id }: OpenHold, asOf: Day): Promise<void> {
  await client.query(
    `update holds set released_at = now(), verdict = coalesce(verdict, 'by_itself'),
       detail = detail || jsonb_build_object('releasedOn', $2::text) where id = $1`,
    [id, asOf],
  );
}
