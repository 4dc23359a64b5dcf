import "server-only";
import { type Feed, held, merged, type Piece, type Scope, stirred, within } from "./piece";

const USED = "coalesce(x.users, 1) > 0";
const KEY = "coalesce(x.module, x.feature)";
const EDGES = { table: "entitlements", days: ["from_on", "to_on + 1"] };
const ENTITLED =
  "select account_id, module as key, from_on as start, coalesce(to_on + 1, 'infinity') as over from entitlements x";

/** Modules entitled, adopted and new. A feature without a module is a module of its own; a row of 0 users is no use. */
export const modules: Feed = (scope) => [entitled(scope), adopted(scope), firstUsed(scope)];

function entitled(scope: Scope): Piece {
  const changed = stirred(scope, EDGES);
  return held(scope, `(${merged(`${entitledOf(scope)} and ${changed}`)}) x`, "x.start", "x.over", {
    modules_entitled: "1",
  });
}

function entitledOf(scope: Scope): string {
  return `${ENTITLED} where account_id between ${scope.low} and ${scope.high} and coalesce(to_on, 'infinity') >= from_on
    and account_id in (select account_id from closing)`;
}

// Of the uses before the first day only the latest matters, so that closing one day sorts little.
function adopted(scope: Scope): Piece {
  const changed = stirred(scope, EDGES, { table: "feature_usage", days: ["day", "day + 90"] });
  const use = `select x.account_id, ${KEY} as key, greatest(x.day, c.from_day - 1) as day, max(x.day) as start
    from closing c join feature_usage x on x.account_id = c.account_id
    where ${changed} and ${within(scope)} and ${USED} and x.day > ${scope.from} - 91 and x.day > c.from_day - 91 and x.day <= ${scope.to}
    group by 1, 2, 3`;
  const used = merged(`select account_id, key, start, start + 90 as over from (${use}) uses`);
  return held(
    scope,
    `(select u.account_id, greatest(u.start, e.start) as start, least(u.over, e.over) as over
      from (${used}) u join (${merged(entitledOf(scope))}) e on e.account_id = u.account_id and e.key = u.key
      where greatest(u.start, e.start) < least(u.over, e.over)) x`,
    "x.start",
    "x.over",
    { modules_adopted: "1" },
  );
}

// One probe of the primary key settles nearly every feature; only one that is itself new asks for its whole module.
function firstUsed(scope: Scope): Piece {
  const earlier = (
    same: string,
  ) => `(select true from feature_usage e where e.account_id = f.account_id and e.day < f.since
    and coalesce(e.users, 1) > 0 and ${same} limit 1) is null`;
  return {
    columns: ["modules_new"],
    sql: `select f.account_id, greatest(f.day, f.from_day), 1 from (
      select f.account_id, f.key, f.from_day, f.since, min(f.day) as day from (
        select x.account_id, x.feature, ${KEY} as key, c.from_day, c.since, min(x.day) as day
        from closing c join feature_usage x on x.account_id = c.account_id
        where ${within(scope)} and ${USED} and x.day between ${scope.since} and ${scope.to} and x.day >= c.since
        group by 1, 2, 3, 4, 5) f
      where ${earlier("e.feature = f.feature and coalesce(e.module, e.feature) = f.key")} group by 1, 2, 3, 4) f
      where ${earlier("coalesce(e.module, e.feature) = f.key")}`,
  };
}
