type Id = string | number;

/** Which row is active once a list has other rows than before: the one that was looked at, wherever it stands now; where it is
 * gone, the next of those below it that is still there. What was just taken back is active again. So a key never acts on
 * another row than the one that was read. `asked` is an index of the list before, and the answer where nothing of it is left. */
export function followedRow(
  before: readonly Id[],
  now: readonly Id[],
  asked: number,
  isBack?: (id: Id) => boolean,
): number {
  if (asked < 0 || before.length === 0) return asked;
  const back = isBack ? backRow(before, now, isBack) : -1;
  if (back >= 0) return back;
  if (before[asked] === now[asked]) return asked;
  const places = new Map(now.map((id, index) => [id, index]));
  for (const id of before.slice(asked)) {
    const place = places.get(id);
    if (place !== undefined) return place;
  }
  return asked;
}

function backRow(before: readonly Id[], now: readonly Id[], isBack: (id: Id) => boolean): number {
  const known = new Set(before);
  return now.findIndex((id) => !known.has(id) && isBack(id));
}
