import type { Definition, Model } from "@/lib/core/health/model";

const SEGMENT = "segment:";

/** The definitions of a model by key, as runs name them: "default", "onboarding", "segment:NAME", segments in order.
 * @example definitionKeys({ name: "m", definitions: { default: "d", segments: { smb: "s", ent: "e" } } }) // → ["default", "segment:ent", "segment:smb"] */
export function definitionKeys({ definitions }: Model): string[] {
  const segments = Object.keys(definitions.segments ?? {}).sort();
  return ["default", ...(definitions.onboarding ? ["onboarding"] : []), ...segments.map((name) => `${SEGMENT}${name}`)];
}

/** What a definition is for, in words.
 * @example definitionTitle("segment:SMB") // → "SMB"
 * @example definitionTitle("default") // → "All accounts" */
export function definitionTitle(key: string): string {
  if (key === "default") return "All accounts";
  return key === "onboarding" ? "Onboarding" : key.slice(SEGMENT.length);
}

/** The definition of that key, or null where the model has none.
 * @example definitionAt({ name: "m", definitions: { default: "d" } }, "onboarding") // → null */
export function definitionAt({ definitions }: Model, key: string): Definition | null {
  if (key === "default") return definitions.default;
  if (key === "onboarding") return definitions.onboarding ?? null;
  const name = key.slice(SEGMENT.length);
  const segments = definitions.segments ?? {};
  return Object.hasOwn(segments, name) ? (segments[name] as Definition) : null;
}

/** Where a definition stands in a model, as a dotted path.
 * @example definitionPath("segment:SMB") // → "definitions.segments.SMB" */
export function definitionPath(key: string): string {
  return key.startsWith(SEGMENT) ? `definitions.segments.${key.slice(SEGMENT.length)}` : `definitions.${key}`;
}

/** The model with one of its definitions replaced, added, or (null) removed; the one for all accounts stays. */
export function withDefinition(model: Model, key: string, definition: Definition | null): Model {
  const { default: fallback, onboarding, segments = {} } = model.definitions;
  if (key === "default") return { ...model, definitions: { ...model.definitions, default: definition ?? fallback } };
  if (key === "onboarding") {
    const kept = { default: fallback, ...(model.definitions.segments && { segments }) };
    return { ...model, definitions: definition ? { ...kept, onboarding: definition } : kept };
  }
  const { [key.slice(SEGMENT.length)]: _, ...others } = segments;
  const next = definition ? { ...others, [key.slice(SEGMENT.length)]: definition } : others;
  const kept = { default: fallback, ...(onboarding && { onboarding }) };
  return { ...model, definitions: Object.keys(next).length > 0 ? { ...kept, segments: next } : kept };
}
