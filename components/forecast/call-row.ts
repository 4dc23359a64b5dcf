import type { Day } from "@/lib/core/calendar";
import type { Call } from "@/lib/core/forecast/calls";
import type { RenewalChance } from "@/lib/core/validation/renewal-probability";

/** A renewal as the list shows it. */
export type CallRow = {
  accountId: number;
  slug: string;
  name: string;
  decideBy: Day;
  arrCents: number | null;
  health: number | null;
  tone: number;
  chance: RenewalChance | null;
  expectedCents: number | null;
  call: Call | null;
  callNote: string | null;
  calledBy: string | null;
  calledOn: Day | null;
  /** Whether the reader may call it. */
  mayCall: boolean;
};
