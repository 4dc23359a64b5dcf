/** An account below a parent, as far as the roll-up needs it. */
export type Child = {
  name: string;
  /** Null where it has no band: not in the book, or not enough data. */
  health: number | null;
  arrCents: number | null;
};

export type FamilyRollUp = {
  /** How many children count, of how many. */
  counted: number;
  of: number;
  average: number | null;
  /** Weighted by ARR; null where no child that counts has any. */
  weighted: number | null;
  worst: string | null;
  /** ARR of all children, counted or not, in minor units. */
  arrCents: number;
  /** Children without a band, by name: they count in no figure. */
  insufficient: string[];
};

/** How the children of a parent stand together: the mean of health, Σ ARR × health / Σ ARR, and the child of the lowest
 * health (ties by name). A child without a band counts in no mean and is named. Health is rounded nowhere.
 * @example familyRollUp([{ name: "A", health: 90, arrCents: 100 }, { name: "B", health: 30, arrCents: 300 }]).weighted // → 45
 * @example familyRollUp([{ name: "A", health: null, arrCents: 100 }]).average // → null */
export function familyRollUp(children: readonly Child[]): FamilyRollUp {
  const scored = children.flatMap(({ health, ...child }) => (health === null ? [] : [{ ...child, health }]));
  const paying = scored.filter(({ arrCents }) => (arrCents ?? 0) > 0);
  const arr = paying.reduce((sum, { arrCents }) => sum + (arrCents ?? 0), 0);
  const sorted = scored.toSorted((a, b) => a.health - b.health || (a.name < b.name ? -1 : 1));
  return {
    counted: scored.length,
    of: children.length,
    average: scored.length > 0 ? scored.reduce((sum, { health }) => sum + health, 0) / scored.length : null,
    weighted: arr > 0 ? paying.reduce((sum, { health, arrCents }) => sum + health * (arrCents ?? 0), 0) / arr : null,
    worst: sorted[0]?.name ?? null,
    arrCents: children.reduce((sum, { arrCents }) => sum + (arrCents ?? 0), 0),
    insufficient: children.filter(({ health }) => health === null).map(({ name }) => name),
  };
}
