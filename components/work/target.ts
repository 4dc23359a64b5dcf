/** An account that something is done about. */
export interface Target {
  accountId: number;
  slug: string;
  name: string;
  /** 0 no score, 1 red, 2 yellow, 3 green. */
  tone: number;
}

/** "Northwind Freight", or "12 accounts".
 * One name says more than a count of one. */
export function targetsText(targets: readonly Target[]): string {
  const [only] = targets;
  return targets.length === 1 && only ? only.name : `${targets.length} accounts`;
}
