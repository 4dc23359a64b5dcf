/** What an installation can measure beside the catalogue: keys of metrics, and attributes with the texts they hold (null: numbers)
 * and how many accounts have one today; `tooMany` are those of more texts than can be told apart. */
export type CustomMeasures = {
  metrics: string[];
  attributes: { key: string; levels: string[] | null; accounts: number }[];
  tooMany: string[];
};
