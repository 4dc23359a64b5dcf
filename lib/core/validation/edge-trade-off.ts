/** With everybody below an edge of health named: how many of those named were lost, and how many of the lost were named. */
export type EdgePoint = { edge: number; named: number; precision: number | null; recall: number | null };

/** What each edge from 20 to 80 would have named, in steps of 1.
 * @example edgeTradeOff([{ health: 30, bad: true }, { health: 70, bad: false }])[30] // → { edge: 50, named: 1, precision: 1, recall: 1 } */
export function edgeTradeOff(cases: readonly { health: number | null; bad: boolean }[]): EdgePoint[] {
  const known = cases.flatMap(({ health, bad }) => (health === null ? [] : [{ health, bad }]));
  known.sort((a, b) => a.health - b.health);
  const allBad = known.filter(({ bad }) => bad).length;
  let [named, caught] = [0, 0];
  return Array.from({ length: 61 }, (_, i) => {
    const edge = 20 + i;
    for (let next = known[named]; next && next.health < edge; next = known[named]) {
      if (next.bad) caught++;
      named++;
    }
    return {
      ...{ edge, named },
      precision: named === 0 ? null : caught / named,
      recall: allBad === 0 ? null : caught / allBad,
    };
  });
}
