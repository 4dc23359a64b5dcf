/** A contract that was decided: its ARR before and after, in minor units of one currency; null where not recorded. */
export type DecidedContract = { beforeCents: number | null; afterCents: number | null };

export type Retention = {
  /** Contracts with both amounts, which the shares are of; and those without, which are left out. */
  n: number;
  withoutAmounts: number;
  beforeCents: number;
  afterCents: number;
  /** Σ min(after, before). */
  keptCents: number;
  lostCents: number;
  expandedCents: number;
  /** keptCents ÷ beforeCents and afterCents ÷ beforeCents; null where nothing was there before. */
  grr: number | null;
  nrr: number | null;
};

/** Gross and net revenue retention over decided contracts: GRR = Σ min(after, before) ÷ Σ before, NRR = Σ after ÷ Σ before.
 * before − lost + expanded = after, exactly. Source: the usual definitions of SaaS retention.
 * @example retentionOf([{ beforeCents: 100, afterCents: 130 }, { beforeCents: 100, afterCents: 40 }]).grr // → 0.7
 * @example retentionOf([{ beforeCents: 100, afterCents: 130 }, { beforeCents: 100, afterCents: 40 }]).nrr // → 0.85
 * @example retentionOf([]).grr // → null */
export function retentionOf(contracts: readonly DecidedContract[]): Retention {
  let [n, beforeCents, afterCents, keptCents] = [0, 0, 0, 0];
  for (const contract of contracts) {
    if (contract.beforeCents === null || contract.afterCents === null) continue;
    n++;
    beforeCents += contract.beforeCents;
    afterCents += contract.afterCents;
    keptCents += Math.min(contract.beforeCents, contract.afterCents);
  }
  return {
    ...{ n, withoutAmounts: contracts.length - n, beforeCents, afterCents, keptCents },
    ...{ lostCents: beforeCents - keptCents, expandedCents: afterCents - keptCents },
    grr: beforeCents === 0 ? null : keptCents / beforeCents,
    nrr: beforeCents === 0 ? null : afterCents / beforeCents,
  };
}
