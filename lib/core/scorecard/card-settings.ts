import { z } from "zod";

/** When cards are due, which accounts may answer once a quarter, and which segments answer none. */
export const CardSettings = z.strictObject({
  dueDay: z.int().min(1, "The due day lies between 1 and 31.").max(31, "The due day lies between 1 and 31."),
  quarterlyGreens: z.boolean(),
  exemptSegments: z.array(z.string().min(1).max(200)).max(200),
});
export type CardSettings = z.output<typeof CardSettings>;

/** What such settings would do today: how many accounts they free, how many bands move, and the largest of those by ARR. */
export type CardRulesEffect = {
  accounts: number;
  exempt: number;
  quarterly: number;
  moves: number;
  largest: { name: string; health: number | null; after: number | null }[];
};
