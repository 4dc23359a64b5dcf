import { ACCOUNTS } from "./account-table";
import { PEOPLE } from "./people-table";
import { SCORECARDS } from "./scorecard-table";
import { SIGNAL_TABLES } from "./signal-tables";
import type { TableSpec } from "./table-spec";

/** Every table that files may fill, by the name people use. */
export const TABLES: ReadonlyMap<string, TableSpec> = new Map(
  [ACCOUNTS, PEOPLE, SCORECARDS, ...SIGNAL_TABLES].map((spec) => [spec.table, spec]),
);
