/** The figures of the guard on feeds, as screens show them. A feed's rows of a day are compared with the median of the same
 * weekday in the four weeks before. */
export const FEED_GUARD = {
  /** So many days back what is usual is learnt from. */
  historyDays: 28,
  /** A day is judged where so many rows are usual; below, chance decides. */
  leastRows: 20,
  /** And where those weeks differ by no more than this factor, the least of four left out: a feed that comes and goes is not judged. */
  steadyWithin: 2,
  /** Below this part of the usual a day is short, and two judged days in a row are a fault. */
  shortBelow: 0.5,
  /** Above this multiple of the usual one day is a fault. */
  excessAbove: 2,
  /** And it differs by more than so many standard deviations of a count. */
  deviations: 5,
  /** A feed delivers daily where so many of the 28 days have rows. */
  dailyFrom: 18,
} as const;
