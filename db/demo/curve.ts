import { at } from "./at";
/** A latent quantity over day numbers: piecewise linear, flat beyond its ends. */
export type Curve = ReadonlyArray<readonly [day: number, value: number]>;

export function valueAt(curve: Curve, day: number): number {
  const [first, begin] = at(curve, 0);
  if (day <= first) return begin;
  let low = 0;
  let high = curve.length - 1;
  if (day >= at(curve, high)[0]) return at(curve, high)[1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (at(curve, middle)[0] <= day) low = middle;
    else high = middle;
  }
  const [from, start] = at(curve, low);
  const [to, end] = at(curve, high);
  return start + ((end - start) * (day - from)) / (to - from);
}
