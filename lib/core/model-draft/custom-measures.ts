/** What an installation can measure beside the catalogue: keys of metrics, and attributes with the texts they hold (null: numbers). */
export type CustomMeasures = { metrics: string[]; attributes: { key: string; levels: string[] | null }[] };
