import type { Playbook } from "./playbook";
import { type NamedBand, playbookOf } from "./playbook-of";

/** What keeps a model from being published with these playbooks, by band: no playbook, another tone, no owner role, no first
 * deadline. The playbook's own owner role and first deadline stand in for what the band leaves out.
 * @example playbookGaps([], [{ key: "red", name: "Red", tone: "red" }]) // → ["Red lacks a playbook", "Red lacks an owner role", "Red lacks a first deadline"] */
export function playbookGaps(
  playbooks: readonly Playbook[],
  bands: readonly NamedBand[],
  segment: string | null = null,
): string[] {
  return bands.flatMap((band) => {
    const playbook = playbookOf(playbooks, band, segment);
    const name = band.name ?? band.key;
    return [
      playbook === null ? `${name} lacks a playbook` : null,
      playbook && playbook.tone !== band.tone ? `${name} is ${band.tone}, its playbook is for ${playbook.tone}` : null,
      (band.ownerRole ?? playbook?.ownerRole) ? null : `${name} lacks an owner role`,
      (band.firstDeadlineDays ?? playbook?.firstDeadlineDays) ? null : `${name} lacks a first deadline`,
    ].filter((gap) => gap !== null);
  });
}
