import { dayNumber } from "@/lib/core/calendar";
import type { Decision, Tone } from "./blueprint";
import type { Random } from "./prng";

/** One decided renewal as designed: what they decided, what the people band said 90 days before, whether the old model's
 * usage counts looked well then, and whether the customer's behaviour went with the people band. */
export type Design = {
  decision: Decision;
  peopleBefore: Tone;
  isBusy: boolean;
  behaved: Tone;
};

const FIRST = dayNumber("2025-06-05");
const LAST = dayNumber("2026-11-20");
const LAST_GREEN_LOSS = dayNumber("2026-05-28");

const CAUSES = [
  "price",
  "competitor or market",
  "product issue",
  "relationship loss",
  "customer's internal change",
  "onboarding gap",
  "support",
] as const;

type Kind = Decision["kind"];
const GROUPS: ReadonlyArray<{ kind: Kind; people: "green" | "below"; count: number; until: number }> = [
  { kind: "churned", people: "below", count: 23, until: LAST },
  { kind: "churned", people: "green", count: 6, until: LAST_GREEN_LOSS },
  { kind: "downsold", people: "below", count: 11, until: LAST },
  { kind: "downsold", people: "green", count: 6, until: LAST },
  { kind: "renewed", people: "below", count: 8, until: LAST },
  { kind: "expanded", people: "below", count: 2, until: LAST },
  { kind: "renewed", people: "green", count: 47, until: LAST },
  { kind: "expanded", people: "green", count: 19, until: LAST },
];

/** The 122 decisions of nameless accounts (two belong to stories): 46 bad, 100 of 124 told by the people band 90 days
 * before; busy use goes with the outcome hardly more often than against it. */
export function designDecisions(random: Random): Design[] {
  const designs = GROUPS.flatMap((group) => {
    const span = group.until - FIRST;
    return Array.from({ length: group.count }, (_, i): Design => {
      const decidedOn = FIRST + Math.round(((i + random.between(0.1, 0.9)) / group.count) * span);
      const isGreen = group.people === "green";
      const isBad = group.kind === "churned" || group.kind === "downsold";
      const peopleBefore: Tone = isGreen ? "green" : isBad && random.chance(0.4) ? "red" : "yellow";
      const goesAlong = random.chance(isGreen ? (isBad ? 0.35 : 0.92) : isBad ? 0.8 : 0.55);
      return {
        decision: {
          kind: group.kind,
          decidedOn,
          effectiveOn: decidedOn + random.int(15, 60),
          cause: isBad ? random.pick(CAUSES) : null,
          avoidable: isBad ? random.chance(0.75) : null,
          factor: factorOf(group.kind, isGreen, random),
        },
        peopleBefore,
        isBusy: false,
        behaved: goesAlong ? peopleBefore : isGreen ? "yellow" : "green",
      };
    });
  });
  const isBad = ({ decision }: Design) => decision.kind === "churned" || decision.kind === "downsold";
  setBusy(random.shuffle(designs.filter(isBad)), 0.54);
  setBusy(random.shuffle(designs.filter((design) => !isBad(design))), 0.52);
  return designs;
}

function setBusy(designs: Design[], share: number): void {
  for (const [i, design] of designs.entries()) design.isBusy = i < Math.round(designs.length * share);
}

function factorOf(kind: Kind, isGreen: boolean, random: Random): number {
  if (kind === "downsold") return isGreen ? random.between(0.8, 0.92) : random.between(0.55, 0.88);
  if (kind === "expanded") return random.between(1.12, 1.6);
  return kind === "churned" ? 0 : random.chance(0.4) ? 1.04 : 1;
}
