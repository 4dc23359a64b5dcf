import { aucOf } from "./auc";
import { byFolds } from "./by-folds";
import { heightAt, isotonicOf, type RisingCurve } from "./isotonic";
import { type LikelihoodRing, likelihoodRing, logitsAt } from "./likelihood-ring";
import { chanceAt, plattOf, type Sigmoid } from "./platt";
import { risingInterval } from "./rising-interval";
import { sigmoid } from "./sigmoid";
import { type Verdict, verdictOf } from "./verdict";

/** Past decisions needed before a probability is said, and of each kind. */
export const FEWEST_DECIDED = 30;
export const FEWEST_OF_EACH_KIND = 10;
/** The 95% quantile of the normal distribution: two-sided 90%. */
const Z90 = 1.6448536269514722;

/** Whole risks, as scores are shown. */
const RISKS = Array.from({ length: 101 }, (_, i) => i);

export type RenewalCalibration = {
  n: number;
  bad: number;
  /** Whether health told these decisions apart: if not, the chance is much the same for every account. */
  verdict: Verdict;
  method: "Platt" | "isotonic";
  /** Why this method, in words, with both out-of-fold log losses. */
  why: string;
  logLoss: { platt: number; isotonic: number };
  curve: Calibrated;
};
type Calibrated =
  | { kind: "sigmoid"; sigmoid: Sigmoid; ring: LikelihoodRing | null }
  | { kind: "rising"; byRisk: { rate: number; low: number; high: number }[] };

/** The chance that a renewal is kept in full, with its 90% interval. */
export type RenewalChance = { chance: number; low: number; high: number };

/** How risk (100 − health, before decisions of the past) became a bad outcome: Platt's sigmoid, or isotonic where it costs less
 * log loss on cases it was not fitted to, by more than one standard error of the paired difference. Withheld, with the reason in
 * words, below 30 decisions or 10 of either kind.
 * Source: Platt 1999; Zadrozny & Elkan 2002; one standard error as Breiman et al. 1984.
 * @example calibrateRenewal([50], [true]) // → { withheld: "1 decision with health known before it; 30 are needed." } */
export function calibrateRenewal(
  risks: readonly number[],
  bad: readonly boolean[],
): RenewalCalibration | { withheld: string } {
  const [n, bads] = [risks.length, bad.filter(Boolean).length];
  const reason = withheldFor(n, bads);
  const sigmoidOut = byFolds(risks, bad, (...others) => {
    const found = plattOf(...others);
    return found && ((risk) => chanceAt(found, risk));
  });
  const risingOut = byFolds(risks, bad, (...others) => {
    const found = risingOf(...others);
    return found && ((risk) => heightAt(found, risk));
  });
  const platt = plattOf(risks, bad);
  if (reason || !platt || !sigmoidOut || !risingOut)
    return { withheld: reason ?? "Decisions of one kind only in a part of the history." };
  const [lossesA, lossesB] = [lossesOf(sigmoidOut, bad), lossesOf(risingOut, bad)];
  const differences = lossesA.map((loss, i) => loss - (lossesB[i] as number));
  const logLoss = { platt: mean(lossesA), isotonic: mean(lossesB) };
  const gained = mean(differences);
  const error = Math.sqrt(mean(differences.map((value) => (value - gained) ** 2)) / (n - 1));
  const isRising = gained > error;
  const losses = `isotonic ${logLoss.isotonic.toFixed(3)}, Platt ${logLoss.platt.toFixed(3)} on cases left out of the fit`;
  return {
    ...{ n, bad: bads, verdict: verdictOf(n, aucOf(risks, bad)), logLoss, method: isRising ? "isotonic" : "Platt" },
    why: isRising
      ? `Isotonic: it costs less log loss beyond chance (${losses}).`
      : `Platt's curve: isotonic does not cost less log loss beyond chance (${losses}).`,
    curve: isRising
      ? { kind: "rising", byRisk: RISKS.flatMap((risk) => risingInterval(risks, bad, risk) ?? []) }
      : { kind: "sigmoid", sigmoid: platt, ring: likelihoodRing(risks, bad, (Z90 * Z90) / 2) },
  };
}

/** The chance that an account of this risk renews in full. Its interval is that of the profile likelihood for Platt's curve (the
 * chance itself, drawn in by smoothed targets, always lies in it), and of the likelihood ratio of a rising curve for isotonic. */
export function renewalChance({ curve }: Pick<RenewalCalibration, "curve">, risk: number): RenewalChance {
  const chance = 1 - (curve.kind === "sigmoid" ? chanceAt(curve.sigmoid, risk) : 0);
  if (curve.kind === "rising") {
    const interval = curve.byRisk[Math.min(RISKS.length - 1, Math.max(0, Math.floor(risk)))];
    return interval
      ? { chance: 1 - interval.rate, low: 1 - interval.high, high: 1 - interval.low }
      : { chance, low: 0, high: 1 };
  }
  if (!curve.ring) return { chance, low: 0, high: 1 };
  const { low, high } = logitsAt(curve.ring, risk);
  return { chance, low: Math.min(chance, sigmoid(-high)), high: Math.max(chance, sigmoid(-low)) };
}

function withheldFor(n: number, bads: number): string | null {
  if (n < FEWEST_DECIDED)
    return `${n} decision${n === 1 ? "" : "s"} with health known before ${n === 1 ? "it" : "them"}; ${FEWEST_DECIDED} are needed.`;
  const [fewer, kind] = bads <= n - bads ? [bads, "churned or downsold"] : [n - bads, "renewed"];
  return fewer < FEWEST_OF_EACH_KIND
    ? `${fewer} of ${n} decisions were ${kind}; ${FEWEST_OF_EACH_KIND} of each kind are needed.`
    : null;
}

function risingOf(risks: readonly number[], bad: readonly boolean[]): RisingCurve | null {
  return isotonicOf(
    risks,
    bad.map((isBad) => (isBad ? 1 : 0)),
  );
}

/** Nats per case; certainty is held to what one case in a thousand could refute. */
function lossesOf(chances: readonly number[], bad: readonly boolean[]): number[] {
  return chances.map((chance, i) => {
    const held = Math.min(0.999, Math.max(0.001, chance));
    return -Math.log(bad[i] ? held : 1 - held);
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
