/** The columns of the list, in the order in which they can be chosen. The account itself always comes first. */
export const COLUMN_NAMES = {
  band: "Health band",
  health: "Health",
  measured: "Measured",
  people: "People say",
  weeks: "12 wk",
  champion: "Champion",
  arr: "ARR",
  renewal: "Renewal",
  csm: "CSM",
  touch: "Last contact",
  am: "AM",
  change: "30 d",
  segment: "Segment",
  reason: "Why look",
  since: "In band since",
  coverage: "Data covers",
} as const;
export type ColumnId = keyof typeof COLUMN_NAMES;
export const COLUMN_IDS = Object.keys(COLUMN_NAMES) as ColumnId[];
export const DEFAULT_COLUMNS: readonly ColumnId[] = COLUMN_IDS.slice(0, COLUMN_IDS.indexOf("am"));
