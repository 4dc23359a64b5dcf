/* What the reference tables hold (tests/core/reference/validation/tables.py writes them). Outcomes are 1 where bad. */

export type Confusions = {
  cut: number;
  counts: number[];
  accuracy: number;
  precision: number;
  recall: number;
  specificity: number;
  f1: number;
  balancedAccuracy: number;
};

export type Rankings = {
  name: string;
  risks: number[];
  bad: number[];
  other: number[];
  auc: number;
  /** Low, AUC, high; null where DeLong's variance does not exist. */
  pROC: [number | null, number, number | null];
  paired: { z: number | null; p: number | null };
  averagePrecision: number;
  roc: { wronglyNamed: number[]; caught: number[]; cuts: number[] } | null;
  confusion: Confusions;
}[];

export type Probabilities = {
  cases: {
    name: string;
    risks: number[];
    bad: number[];
    said: number[];
    brier: number;
    logLoss: number;
    bins: Record<"equal count" | "equal width", { came: number[]; said: number[] }>;
    isotonic: { at: number[]; plain: number[]; weighted: number[] };
    platt: { intercept: number; slope: number };
  }[];
  certain: { said: number[]; bad: number[]; logLoss: number };
};

export type Survivals = {
  name: string;
  days: number[];
  churned: number[];
  group: number[];
  statsmodels: { days: number[]; stayed: number[]; error: (number | null)[]; chiSquare: number; p: number };
  R: {
    days: number[];
    stayed: number[];
    low: (number | null)[];
    high: (number | null)[];
    chiSquare: number;
    freedom: number;
    p: number;
    expected: number[];
  };
}[];

export type Fits = {
  books: Record<string, { columns: number[][]; is: number[] }>;
  cases: {
    name: string;
    lambda: number;
    intercept: number;
    coefficients: number[];
    held: { intercept: number; coefficients: number[] };
  }[];
};
