import { emptyCardFacts } from "@/lib/core/health/card-columns";
import type { Definition, Model } from "@/lib/core/health/model";
import { mapDefinitions } from "./map-definitions";
import type { PreparedBook } from "./rescore";

/** A prepared book without its scorecards: what is left is what the measures say. */
export function withoutCards(prepared: PreparedBook): PreparedBook {
  const bare = ({ rows, ...group }: PreparedBook["groups"][number]) => ({
    ...group,
    ...{ rows, cards: emptyCardFacts(rows.length) },
  });
  return { ...prepared, groups: prepared.groups.map(bare) };
}

/** A model without its guardrails. */
export function withoutGuardrails(model: Model): Model {
  return mapDefinitions(model, (definition) => ({ ...definition, guardrails: [] }));
}

/** A model without what a handle drags in frames: weights, cut-offs, the coverage floor and the overlay's share. Models of which
 * the rest is alike share their frames. */
export function withoutDragged(model: Model): Model {
  return mapDefinitions({ ...model, name: "frames" }, bareOf);
}

function bareOf(definition: Definition): Definition {
  const last = definition.bands.length - 1;
  return {
    ...definition,
    measures: definition.measures.map((measure) => ({ ...measure, weight: 1 })),
    bands: definition.bands.map((band, i) => ({ ...band, from: 10 * (last - i) })),
    coverageFloor: 0,
    overlay: { ...definition.overlay, weight: 0, policy: "blend" },
  };
}
