/** Days before a decision at which a score is asked what it knew. */
export const HORIZONS = [30, 60, 90, 180] as const;
