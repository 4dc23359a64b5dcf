import type { Model } from "@/lib/core/health/model";

/** A draft with the steps that can be taken back and done again. `tag` names what the newest step changes: one more change of the
 * same is the same step, so that a drag or a typed number is taken back at once. */
export type DraftHistory = {
  past: readonly Model[];
  present: Model;
  future: readonly Model[];
  tag: string | null;
};

const MOST_STEPS = 100;

/** A draft before anything was changed. */
export function historyOf(model: Model): DraftHistory {
  return { past: [], present: model, future: [], tag: null };
}

/** The history after a change. */
export function changed(history: DraftHistory, model: Model, tag: string | null = null): DraftHistory {
  const merges = tag !== null && tag === history.tag;
  const past = merges ? history.past : [...history.past, history.present].slice(-MOST_STEPS);
  return { past, present: model, future: [], tag };
}

/** The history with its newest step taken back; itself where there is none. */
export function undone(history: DraftHistory): DraftHistory {
  const before = history.past.at(-1);
  if (!before) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future], tag: null };
}

/** The history with the step that was taken back last done again. */
export function redone(history: DraftHistory): DraftHistory {
  const [after, ...future] = history.future;
  if (!after) return history;
  return { past: [...history.past, history.present], present: after, future, tag: null };
}
