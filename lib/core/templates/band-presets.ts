import { type Band, DEFAULT_BANDS } from "@/lib/core/health/bands";

/** Cut-offs by kind of business; an industry estimate, not a target. */
export type BandPreset = { key: string; title: string; healthyFrom: number; atRiskBelow: number };

export const BAND_PRESETS: readonly BandPreset[] = [
  { key: "early_stage", title: "Early stage", healthyFrom: 70, atRiskBelow: 60 },
  { key: "growth", title: "Growth", healthyFrom: 75, atRiskBelow: 65 },
  { key: "b2c", title: "B2C", healthyFrom: 65, atRiskBelow: 55 },
  { key: "e_commerce", title: "E-commerce", healthyFrom: 60, atRiskBelow: 50 },
  { key: "fintech", title: "Fintech", healthyFrom: 70, atRiskBelow: 60 },
  { key: "enterprise_annual", title: "Enterprise, annual", healthyFrom: 80, atRiskBelow: 70 },
  { key: "self_serve_smb", title: "Self-serve SMB", healthyFrom: 65, atRiskBelow: 55 },
  { key: "monthly_billing", title: "Monthly billing", healthyFrom: 60, atRiskBelow: 50 },
];

/** The default bands with a preset's cut-offs: green from its healthy line, red below its at-risk line.
 * @example bandsOfPreset({ healthyFrom: 80, atRiskBelow: 70 }).map((band) => band.from) // → [80, 70, 0] */
export function bandsOfPreset(preset: Pick<BandPreset, "healthyFrom" | "atRiskBelow">): Band[] {
  const cutOffs = [preset.healthyFrom, preset.atRiskBelow, 0];
  return DEFAULT_BANDS.map((band, i) => ({ ...band, from: cutOffs[i] as number }));
}

/** The default bands with the cut-offs of the preset of that key. Throws on an unknown key.
 * @example presetBands("growth")[0].from // → 75 */
export function presetBands(key: string): Band[] {
  const preset = BAND_PRESETS.find((candidate) => candidate.key === key);
  if (!preset) throw new RangeError(`presetBands knows no preset "${key}"`);
  return bandsOfPreset(preset);
}
