import type { Day } from "@/lib/core/calendar";
import type { Tone } from "@/lib/core/health/bands";
import type { Cause } from "@/lib/core/playbook/causes";
import type { OpenedBy } from "@/lib/core/playbook/openings";

export interface Opened {
  id: number;
  band: string;
  openedOn: Day;
  openedBy: OpenedBy;
  modelVersion: number | null;
  healthThen: number | null;
  closedOn: Day | null;
  result: string | null;
}
/** A playbook that stands open for an account, as screens show it. */
export interface StandingPlaybook {
  name: string;
  tone: Tone;
  opened: Opened;
  byModel: Opened | null;
  duties: readonly { id: number; text: string; dueOn: Day; state: string; ownerRole: string | null }[];
  steps: readonly { key: string; title: string; text: string; ownerRole: string }[];
  cause: Cause | null;
  plays: readonly {
    key: string;
    name: string;
    when: string;
    steps: readonly { title: string; day: number; ownerRole: string }[];
    check: { what: string; day: number };
  }[];
  past: readonly Opened[];
}
