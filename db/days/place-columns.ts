import "server-only";

import type { CopyColumn, CopyQuery } from "./copy-columns";

/** Where an id stands among the index's, or -1. Ids are given in sequence, so an array finds a place faster than a map. */
export function placing(index: Int32Array): (id: number) => number {
  const positions = new Int32Array(index.reduce((most, id) => Math.max(most, id), 0) + 1).fill(-1);
  for (let i = 0; i < index.length; i++) positions[index[i] as number] = i;
  return (id) => positions[id] ?? -1;
}

/** The columns after the id, each row at its account's place. Joined so, columns cost half of what the database's join and sort
 * of rows do. */
export function placedBy(
  [ids, ...rows]: Float64Array[],
  { columns }: CopyQuery,
  n: number,
  place: (id: number) => number,
): Float64Array[] {
  const places = new Int32Array(ids?.length ?? 0);
  for (let at = 0; at < places.length; at++) places[at] = place(ids?.[at] as number);
  return rows.map((row, i) => {
    const placed = new Float64Array(n).fill((columns[i + 1] as CopyColumn).absent);
    for (let at = 0; at < places.length; at++) {
      const to = places[at] as number;
      if (to >= 0) placed[to] = row[at] as number;
    }
    return placed;
  });
}
