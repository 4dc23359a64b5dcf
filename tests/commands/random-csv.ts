/** A small deterministic generator (mulberry32). */
export function random(seed: number): (below: number) => number {
  let a = seed;
  return (below) => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const dayOf = (n: number) => `2026-0${1 + (n % 6)}-${String(1 + (n % 27)).padStart(2, "0")}`;
const csv = (header: string, rows: unknown[][]) => `${header}\n${rows.map((row) => row.join(",")).join("\n")}\n`;

/** Files of several tables with few keys, so that they meet in the same rows: repeats, conflicts, rows of accounts that are
 * not known, rows that cannot be read. */
export function randomCsv(seed: number): Array<[table: string, csv: string]> {
  const next = random(seed);
  const rows = <Row>(row: () => Row): Row[] => Array.from({ length: 1 + next(8) }, () => row());
  const account = () => `u-${next(7)}`;
  const files: Array<() => [string, string]> = [
    () => [
      "accounts",
      csv(
        "account_id,name,segment,parent_account_id,csm_email,arr,contract_start,attributes.x",
        [...new Set(rows(account))].map((id) => [
          ...[id, `N${next(3)}`, `S${next(3)}`, account(), next(2) ? "p0@x.test" : ""],
          ...[next(900), dayOf(next(3)), next(4)],
        ]),
      ),
    ],
    () => [
      "usage_days",
      csv(
        "account_id,day,events,logins",
        rows(() => [account(), dayOf(next(4)), next(5), next(2) ? next(9) : ""]),
      ),
    ],
    () => [
      "tickets",
      csv(
        "account_id,id,opened_at,severity,csat",
        rows(() => [account(), `t${next(5)}`, dayOf(next(9)), next(2) ? "high" : "odd", 1 + next(5)]),
      ),
    ],
    () => [
      "contracts",
      csv(
        "account_id,id,starts_on,arr",
        rows(() => [account(), `c${next(2)}`, dayOf(next(9)), next(1000)]),
      ),
    ],
    () => [
      "metrics",
      csv(
        "account_id,key,day,value",
        rows(() => [account(), `k${next(2)}`, dayOf(next(3)), next(50)]),
      ),
    ],
    () => [
      "scorecards",
      csv(
        "account_id,period,champion,executive,outcome",
        rows(() => [account(), `2026-0${1 + next(3)}`, next(2) ? "active" : "missing", "lapsed", "defensible"]),
      ),
    ],
  ];
  return files.filter(() => next(2) === 0).map((file) => file());
}
