/** A table with one column under test. */
export interface Frame {
  table: string;
  header: string;
  /** A record with the value under test, and the row that it makes. */
  record: (key: string, cell: string) => string;
  row: (key: string, value: string) => string;
  column: string;
}

/** A number in the table metrics. */
export const NUMBER: Frame = {
  table: "metrics",
  header: "account_id,key,day,value",
  record: (key, cell) => `a-1,${key},2026-01-01,${cell}`,
  row: (key, value) => `a-1|${key}|2026-01-01|${value}`,
  column: "value",
};

/** A date in the table metrics. */
export const DAY: Frame = {
  table: "metrics",
  header: "account_id,key,day,value",
  record: (key, cell) => `a-1,${key},${cell},1`,
  row: (key, value) => `a-1|${key}|${value}|1`,
  column: "day",
};

/** A moment in the table tickets; times without a zone are Berlin's. */
export const MOMENT: Frame = {
  table: "tickets",
  header: "account_id,id,opened_at,severity",
  record: (key, cell) => `a-1,${key},${cell},low`,
  row: (key, value) => `a-1|${key}|${value}||low|f|`,
  column: "opened_at",
};

/** A yes or no in the table tickets. */
export const FLAG: Frame = {
  table: "tickets",
  header: "account_id,id,opened_at,severity,escalated",
  record: (key, cell) => `a-1,${key},2026-01-01T00:00:00Z,low,${cell}`,
  row: (key, value) => `a-1|${key}|2026-01-01 00:00:00||low|${value}|`,
  column: "escalated",
};

/** A word in the table tickets. */
export const SEVERITY: Frame = {
  table: "tickets",
  header: "account_id,id,opened_at,severity",
  record: (key, cell) => `a-1,${key},2026-01-01T00:00:00Z,${cell}`,
  row: (key, value) => `a-1|${key}|2026-01-01 00:00:00||${value}|f|`,
  column: "severity",
};

/** Money in the table contracts, in minor units. */
export const MONEY: Frame = {
  table: "contracts",
  header: "account_id,id,starts_on,ends_on,arr,currency",
  record: (key, cell) => `a-1,${key},2026-01-01,2026-12-31,${cell},EUR`,
  row: (key, value) => `a-1|${key}|2026-01-01|2026-12-31|${value}|EUR||f`,
  column: "arr",
};
