import type { Day } from "@/lib/core/calendar";

/** A feed, or a move of the whole book, that is or was held, as one reader is told of it. */
export type Hold = {
  id: number;
  kind: "feed" | "book_wide";
  subject: string;
  openedOn: Day;
  since: Day;
  fault: "stopped" | "short" | "excess" | null;
  found: number | null;
  usual: number | null;
  /** The day whose readings stand in; null where none do. */
  baseOn: Day | null;
  /** Of a book-wide move: how many accounts moved, of how many. */
  moved: number | null;
  accounts: number | null;
  verdict: "data_fault" | "holiday" | "incident" | "real" | "by_itself" | null;
  note: string | null;
  settledBy: string | null;
  until: Day | null;
  releasedOn: Day | null;
  isOver: boolean;
  /** Accounts of the reader's that would stand in another band by what is held: all of them, and those of their own book. */
  waiting: number;
  waitingOwn: number;
  /** Who may say what it was. */
  deciders: readonly string[];
};
