import type { ChangeKind } from "@/lib/core/health/explain";
import { measureName } from "@/lib/core/model-draft/measure-name";

const KINDS: Record<ChangeKind, string> = {
  missing: "Data went missing",
  back: "Data came back",
  data: "",
  model: "Another version or definition of the model",
  clamp: "Held to 0–100",
  overlay: "What people say",
  guardrails: "Guardrails",
};

/** A part of a change as the screens call it: the measure, or what else it was.
 * @example partWords({ kind: "missing", key: "nps" }) // → "Data went missing: NPS"
 * @example partWords({ kind: "overlay", key: null }) // → "What people say" */
export function partWords({ kind, key }: { kind: ChangeKind; key: string | null }): string {
  if (key === null) return KINDS[kind];
  const name = measureName({ key });
  return KINDS[kind] ? `${KINDS[kind]}: ${name}` : name;
}
