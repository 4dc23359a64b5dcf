/** With everybody below an edge of health named: how many of those named were lost, and how many of the lost were named. */
export type EdgePoint = { edge: number; named: number; precision: number | null; recall: number | null };

const [FIRST, EDGES] = [20, 61];

/** What each edge from 20 to 80 would have named, in steps of 1.
 * @example edgeTradeOff([{ health: 30, bad: true }, { health: 70, bad: false }])[30] // → { edge: 50, named: 1, precision: 1, recall: 1 } */
export function edgeTradeOff(cases: readonly { health: number | null; bad: boolean }[]): EdgePoint[] {
  // How many lie below each edge and not below the one before it.
  const [more, moreBad] = [new Int32Array(EDGES), new Int32Array(EDGES)];
  let allBad = 0;
  for (const { health, bad } of cases) {
    if (health === null) continue;
    if (bad) allBad++;
    const at = Math.max(0, Math.floor(health) + 1 - FIRST);
    if (at >= EDGES) continue;
    more[at] = (more[at] as number) + 1;
    if (bad) moreBad[at] = (moreBad[at] as number) + 1;
  }
  let [named, caught] = [0, 0];
  return Array.from({ length: EDGES }, (_, at) => {
    named += more[at] as number;
    caught += moreBad[at] as number;
    return {
      ...{ edge: FIRST + at, named },
      precision: named === 0 ? null : caught / named,
      recall: allBad === 0 ? null : caught / allBad,
    };
  });
}
