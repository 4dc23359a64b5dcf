import type { Model } from "@/lib/core/health/model";

/** A shipped model: a starting point that is copied, edited and then published. */
export type Template = {
  key: string;
  title: string;
  /** For whom or what it is meant. */
  purpose: string;
  /** What one must know before using it. */
  notes: readonly string[];
  model: Model;
};
