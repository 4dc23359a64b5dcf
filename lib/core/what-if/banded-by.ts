import type { CompiledDefinition } from "@/lib/core/health/compile-definition";
import type { Banded } from "./effect";

type Scored = {
  compiled: readonly CompiledDefinition[];
  definition: Uint8Array;
  scoreBand: Int8Array;
  band: Int8Array;
};

/** The bands of accounts by their health, or by the score that their measures give before scorecards and guardrails. */
export function bandedBy({ compiled, definition, scoreBand, band }: Scored, view: "health" | "score"): Banded {
  return { compiled, definition, band: view === "health" ? band : scoreBand };
}
