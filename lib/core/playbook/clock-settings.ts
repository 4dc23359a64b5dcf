/** The figures of the clocks that hold for every playbook of an installation. */
export type ClockSettings = {
  /** Daily runs that a band, or an improvement, must hold. */
  holdRuns: number;
  /** Red left for fewer days than this goes on as if it had not been left. */
  redReturnDays: number;
  /** Points of health that are an improvement. */
  improvementPoints: number;
  fall: { points: number; withinDays: number; answerWorkingDays: number };
  /** The most days that a new owner gets; a rule's own period where that is shorter. */
  graceDays: number;
  /** Days before a decide-by date on which notice is given, longest first. */
  decideByLeadDays: readonly number[];
  /** Weekdays without work, 0 = Sunday. */
  weekend: readonly number[];
};

export const CLOCK_SETTINGS: ClockSettings = {
  holdRuns: 3,
  redReturnDays: 14,
  improvementPoints: 5,
  fall: { points: 10, withinDays: 14, answerWorkingDays: 2 },
  graceDays: 14,
  decideByLeadDays: [120, 90, 60, 30],
  weekend: [0, 6],
};
