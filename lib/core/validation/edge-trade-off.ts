import { confusionOf } from "./confusion";

/** With everybody below an edge of health named: how many of those named were lost, and how many of the lost were named. */
export type EdgePoint = { edge: number; named: number; precision: number | null; recall: number | null };

/** What each edge from 20 to 80 would have named, in steps of 1.
 * @example edgeTradeOff([{ health: 30, bad: true }, { health: 70, bad: false }])[30] // → { edge: 50, named: 1, precision: 1, recall: 1 } */
export function edgeTradeOff(cases: readonly { health: number | null; bad: boolean }[]): EdgePoint[] {
  const known = cases.filter(({ health }) => health !== null);
  const bad = known.map((one) => one.bad);
  return Array.from({ length: 61 }, (_, i) => {
    const edge = 20 + i;
    const { tp, fp, precision, recall } = confusionOf(
      known.map(({ health }) => (health as number) < edge),
      bad,
    );
    return { edge, named: tp + fp, precision, recall };
  });
}
