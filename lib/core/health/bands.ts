import { z } from "zod";

/** Tones from worst to best: a tone's index is its rank. */
export const TONES = ["red", "yellow", "green"] as const;
export type Tone = (typeof TONES)[number];

const BandInput = z.strictObject({
  key: z.string().min(1).max(60),
  from: z.number().min(0).max(100),
  tone: z.enum(TONES).optional(),
  name: z.string().min(1).max(60).optional(),
  playbook: z.string().min(1).max(60).optional(),
  ownerRole: z.string().min(1).max(60).optional(),
  firstDeadlineDays: z.int().positive().max(365).optional(),
});
export type Band = Omit<z.output<typeof BandInput>, "tone"> & { tone: Tone };

function withTones(bands: z.output<typeof BandInput>[]): Band[] {
  const last = bands.length - 1;
  return bands.map((band, i) => ({ ...band, tone: band.tone ?? (i === 0 ? "green" : i === last ? "red" : "yellow") }));
}

/** Two to six bands from best to worst. Each begins at its cut-off, inclusive, with at most one decimal; the last begins at 0.
 * A tone left out is green for the first, red for the last, yellow between; tones never improve downwards, and at least
 * one is green and one red. */
export const Bands = z
  .array(BandInput)
  .min(2, "bands: a model has two to six bands")
  .max(6, "bands: a model has two to six bands")
  .superRefine((bands, ctx) => {
    const refuse = (message: string, path: (string | number)[]) => ctx.addIssue({ code: "custom", message, path });
    const toned = withTones(bands);
    for (const [i, band] of toned.entries()) {
      if (Math.abs(band.from * 10 - Math.round(band.from * 10)) > 1e-9)
        refuse(`band ${band.key}: a cut-off has at most one decimal, not ${band.from}`, [i, "from"]);
      const better = toned[i - 1];
      if (!better) continue;
      if (band.from >= better.from)
        refuse(`bands must be ordered from best to worst: ${band.key} begins at ${band.from}`, [i, "from"]);
      if (TONES.indexOf(band.tone) > TONES.indexOf(better.tone))
        refuse(`bands: the tone of ${band.key} is better than that of the band above it`, [i, "tone"]);
      if (toned.findIndex((other) => other.key === band.key) < i)
        refuse(`bands repeat the key ${band.key}`, [i, "key"]);
    }
    const last = toned.at(-1);
    if (last && last.from !== 0)
      refuse(`bands: the last band begins at 0, not ${last.from}`, [toned.length - 1, "from"]);
    for (const tone of ["green", "red"] as const)
      if (!toned.some((band) => band.tone === tone)) refuse(`bands: at least one band has the tone ${tone}`, []);
  })
  .transform(withTones);

/** The bands of a model that names none. */
export const DEFAULT_BANDS: readonly Band[] = [
  { key: "green", from: 75, tone: "green", name: "Green", playbook: "green", ownerRole: "csm", firstDeadlineDays: 30 },
  {
    key: "yellow",
    from: 50,
    tone: "yellow",
    name: "Yellow",
    playbook: "yellow",
    ownerRole: "csm",
    firstDeadlineDays: 7,
  },
  { key: "red", from: 0, tone: "red", name: "Red", playbook: "red", ownerRole: "manager", firstDeadlineDays: 2 },
];
