import "server-only";

let last: Promise<unknown> = Promise.resolve();

/** Runs one piece of work after another in this process: heavy writes wait here and not on the pool's connections. */
export function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const mine = last.then(work, work);
  last = mine.catch(() => undefined);
  return mine;
}
