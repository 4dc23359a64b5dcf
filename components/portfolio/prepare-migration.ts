/** Accounts that went from one place to another: a tone 0–3, −1 not in the book, −2 under another owner or segment. */
export type Move = {
  from: number;
  to: number;
  rescored: boolean;
  accounts: number;
  fromArrCents: number;
  toArrCents: number;
};
/** ARR is the end's; of accounts that left, the start's. */
export type Cell = { from: number; to: number; accounts: number; arrCents: number };
export type Total = { place: number; accounts: number; arrCents: number };

export type Matrix = {
  /** Moves under one model; re-scored ones only where `rescored` is asked for. */
  cell: (from: number, to: number) => Cell;
  /** Left, joined and handed over as they occur. */
  froms: number[];
  tos: number[];
};

export const TONES = [3, 2, 1, 0] as const;
export const OUT = -1;
export const ELSEWHERE = -2;

const isAway = (place: number) => place < 0;
/** Red below yellow below green; no score is neither better nor worse. */
const isDown = ({ from, to }: Move) => to > 0 && from > to;
const isUp = ({ from, to }: Move) => from > 0 && to > from;

/** The moves as a matrix: the four tones always, other places where an account is in them. */
export function matrixOf(moves: readonly Move[], rescored = false): Matrix {
  const some = moves.filter((move) => move.rescored === rescored);
  const cell = (from: number, to: number): Cell => {
    const found = some.filter((move) => move.from === from && move.to === to);
    return { from, to, ...sum(found) };
  };
  const places = (side: "from" | "to") => [
    ...TONES,
    ...[OUT, ELSEWHERE].filter((place) => some.some((move) => move[side] === place)),
  ];
  return { cell, froms: places("from"), tos: places("to") };
}

function sum(moves: readonly Move[]): { accounts: number; arrCents: number } {
  return {
    accounts: moves.reduce((total, move) => total + move.accounts, 0),
    arrCents: moves.reduce((total, move) => total + (isAway(move.to) ? move.fromArrCents : move.toArrCents), 0),
  };
}

/** The head-count and ARR of each tone at one end of the period: what the matrix's margins must show. */
export function marginOf(moves: readonly Move[], side: "from" | "to", place: number): Total {
  const found = moves.filter((move) => move[side] === place);
  return {
    place,
    accounts: found.reduce((total, move) => total + move.accounts, 0),
    arrCents: found.reduce((total, move) => total + move[`${side}ArrCents`], 0),
  };
}

/** Re-scored accounts of a row or column, which stand apart from the moves. */
export function rescoredOf(moves: readonly Move[], side: "from" | "to", place: number) {
  return sum(moves.filter((move) => move.rescored && move[side] === place));
}

export type Shift = { down: Direction; up: Direction; greens: Greens };
export type Direction = { accounts: number; arrCents: number; pairs: string };
/** Of the greens at the start that were scored by the same model and still are: how many are no longer green. */
export type Greens = {
  before: number;
  lost: number;
  toYellow: number;
  toRed: number;
  gone: number;
  pairs: string;
  apart: number;
};

/** What moved down and up, and how many of the greens were lost. */
export function shiftOf(moves: readonly Move[]): Shift {
  const same = moves.filter(({ rescored }) => !rescored);
  const greens = same.filter(({ from, to }) => from === 3 && (to > 0 || to === OUT));
  const to = (place: number) => sum(greens.filter((move) => move.to === place)).accounts;
  const before = sum(greens).accounts;
  const lost = [2, 1, OUT];
  return {
    down: direction(same.filter(isDown)),
    up: direction(same.filter(isUp)),
    greens: {
      before,
      lost: before - to(3),
      toYellow: to(2),
      toRed: to(1),
      gone: to(OUT),
      pairs: pairsText(greens.filter(({ to: place }) => lost.includes(place))),
      apart: marginOf(moves, "from", 3).accounts - before,
    },
  };
}

/** Of the accounts that were red at the start, those that are green at the end; what a new model scored stands apart. */
export function recoveredOf(moves: readonly Move[]): { reds: number; green: number; greenArrCents: number } {
  const reds = moves.filter(({ from, to, rescored }) => from === 1 && (to >= 0 || to === OUT) && !rescored);
  const green = sum(reds.filter(({ to }) => to === 3));
  return { reds: sum(reds).accounts, green: green.accounts, greenArrCents: green.arrCents };
}

function direction(moves: readonly Move[]): Direction {
  return { ...sum(moves), pairs: pairsText(moves) };
}

const PLACE_WORDS: Record<number, string> = {
  3: "green",
  2: "yellow",
  1: "red",
  0: "none",
  [OUT]: "out",
  [ELSEWHERE]: "elsewhere",
};

/** Moves as an address names them: "green.yellow,yellow.red". */
export function pairsText(moves: readonly { from: number; to: number }[]): string {
  return [...new Set(moves.map(({ from, to }) => `${PLACE_WORDS[from]}.${PLACE_WORDS[to]}`))].join(",");
}

/** How the ARR at the start became that at the end. */
export function arrBridge(moves: readonly Move[]) {
  const total = (side: "fromArrCents" | "toArrCents", some: readonly Move[]) =>
    some.reduce((cents, move) => cents + move[side], 0);
  const stayed = moves.filter(({ from, to }) => !isAway(from) && !isAway(to));
  return {
    startCents: total("fromArrCents", moves),
    leftCents: total(
      "fromArrCents",
      moves.filter(({ to }) => isAway(to)),
    ),
    joinedCents: total(
      "toArrCents",
      moves.filter(({ from }) => isAway(from)),
    ),
    changedCents: total("toArrCents", stayed) - total("fromArrCents", stayed),
    endCents: total("toArrCents", moves),
  };
}
