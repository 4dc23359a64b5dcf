import type { PastCase } from "@/lib/core/validation/past-case";
import {
  calibrateRenewal,
  type RenewalCalibration,
  type RenewalChance,
  renewalChance,
} from "@/lib/core/validation/renewal-probability";

/** Renewal rates by tone, 0–1, as typed by finance. */
export type Rates = { red: number; yellow: number; green: number };

/** Where the chances of a forecast come from: calibrated on outcomes, else assumed, else from nowhere; `withheld` says why they are
 * not calibrated. */
export type Basis =
  | { kind: "calibrated"; calibration: RenewalCalibration }
  | { kind: "assumed"; rates: Rates; withheld: string }
  | { kind: "none"; withheld: string };

/** Calibrated on past decisions where these are enough; else the rates typed by finance, where there are any.
 * @example basisOf([], { red: 0.5, yellow: 0.8, green: 0.95 }).kind // → "assumed"
 * @example basisOf([], null).kind // → "none" */
export function basisOf(past: readonly Pick<PastCase, "health" | "healthTone" | "bad">[], rates: Rates | null): Basis {
  const known = past.flatMap(({ health, healthTone, bad }) =>
    health === null || healthTone === 0 ? [] : [{ risk: 100 - health, bad }],
  );
  const calibration = calibrateRenewal(
    known.map(({ risk }) => risk),
    known.map(({ bad }) => bad),
  );
  if (!("withheld" in calibration)) return { kind: "calibrated", calibration };
  return rates ? { kind: "assumed", rates, ...calibration } : { kind: "none", ...calibration };
}

/** The chance that an account of this health renews in full; null where it has no band, or nothing to go by. An assumption has no
 * interval of its own.
 * @example chanceFrom({ kind: "assumed", rates: { red: 0.5, yellow: 0.8, green: 0.95 }, withheld: "" }, { health: 40, tone: 1 })?.chance // → 0.5 */
export function chanceFrom(
  basis: Basis,
  { health, tone }: { health: number | null; tone: number },
): RenewalChance | null {
  if (health === null || tone === 0 || basis.kind === "none") return null;
  if (basis.kind === "calibrated") return renewalChance(basis.calibration, 100 - health);
  const chance = tone === 1 ? basis.rates.red : tone === 2 ? basis.rates.yellow : basis.rates.green;
  return { chance, low: chance, high: chance };
}
