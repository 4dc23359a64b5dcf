import { type Band, TONES, type Tone } from "@/lib/core/health/bands";
import type { Playbook } from "./playbook";

export type NamedBand = Pick<Band, "key" | "tone" | "name" | "playbook" | "ownerRole" | "firstDeadlineDays">;

/** The playbook of a band in a segment: the segment's own, else the one for all; null where there is none.
 * @example playbookOf([], { key: "red", tone: "red" }, "enterprise") // → null */
export function playbookOf(playbooks: readonly Playbook[], band: NamedBand, segment: string | null): Playbook | null {
  const own = playbooks.filter(({ key }) => key === (band.playbook ?? band.key));
  return own.find((other) => other.segment === segment) ?? own.find((other) => other.segment === null) ?? null;
}

/** The playbooks on which an account's clocks run: that of its band for the band's tone, that of the best band for the others.
 * @example playbooksByTone([], [], null, null) // → {} */
export function playbooksByTone(
  playbooks: readonly Playbook[],
  bands: readonly NamedBand[],
  band: NamedBand | null,
  segment: string | null,
): Partial<Record<Tone, Playbook>> {
  const found = TONES.flatMap((tone) => {
    const of = band?.tone === tone ? band : bands.find((other) => other.tone === tone);
    const playbook = of && playbookOf(playbooks, of, segment);
    return playbook ? [[tone, playbook] as const] : [];
  });
  return Object.fromEntries(found);
}
