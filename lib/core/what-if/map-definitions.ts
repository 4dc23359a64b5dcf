import type { Definition, Model } from "@/lib/core/health/model";

/** A model with every one of its definitions changed the same way. */
export function mapDefinitions(model: Model, change: (definition: Definition) => Definition): Model {
  const { default: fallback, onboarding, segments } = model.definitions;
  return {
    ...model,
    definitions: {
      default: change(fallback),
      ...(onboarding && { onboarding: change(onboarding) }),
      ...(segments && {
        segments: Object.fromEntries(Object.entries(segments).map(([name, own]) => [name, change(own)])),
      }),
    },
  };
}
