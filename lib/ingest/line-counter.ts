/** Counts the lines of a text that comes in pieces, blank ones aside. */
export function lineCounter(): (piece: string) => number {
  let lines = 0;
  let isInLine = false;
  return (piece) => {
    lines += piece.match(/[^\r\n]+/g)?.length ?? 0;
    if (isInLine && /^[^\r\n]/.test(piece)) lines -= 1;
    if (piece !== "") isInLine = !/[\r\n]$/.test(piece);
    return lines;
  };
}
