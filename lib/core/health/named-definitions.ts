import type { Definition, Model } from "./model";

/** A model's definitions by name, in the order that runs number them: "default", "onboarding" where there is one, then
 * "segment:" and its name, by name. */
export function namedDefinitions(model: Pick<Model, "definitions">): Map<string, Definition> {
  const { default: fallback, onboarding, segments = {} } = model.definitions;
  const named = new Map<string, Definition>([["default", fallback]]);
  if (onboarding) named.set("onboarding", onboarding);
  for (const segment of Object.keys(segments).sort()) named.set(segmentName(segment), segments[segment] as Definition);
  return named;
}

function segmentName(segment: string): string {
  return `segment:${segment}`;
}

/** The index of the definition that an account is scored by: the onboarding one while it is onboarding, else its segment's,
 * else the default.
 * @example definitionIndexOf({ names: ["default", "segment:smb"] }, "smb", true) // → 1 */
export function definitionIndexOf(
  { names }: { names: readonly string[] },
  segment: string | null,
  isOnboarding: boolean,
): number {
  const onboarding = isOnboarding ? names.indexOf("onboarding") : -1;
  if (onboarding >= 0) return onboarding;
  return segment === null ? 0 : Math.max(0, names.indexOf(segmentName(segment)));
}
