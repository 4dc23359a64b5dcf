import { bookOf } from "@/app/(app)/portfolio/search-params";
import type { DivergenceFilter } from "@/db/queries/divergences/list-divergence-rows";
import type { DivergenceParams } from "./search-params";

/** The filter that an address asks for. */
export function filterOf(params: DivergenceParams, roles: readonly string[]): DivergenceFilter {
  return {
    book: bookOf(params.owner, roles),
    state: params.state,
    sign: params.sign ?? undefined,
    severe: params.severe ? true : undefined,
    mine: params.mine ? true : undefined,
  };
}
