/** One mark of the quadrant: an account, or a cell of many. */
export interface QuadrantDot {
  accountId: number;
  slug: string;
  name: string;
  score: number;
  people: number;
  tone: number;
  arrCents: number | null;
  accounts: number;
}

export type PlacedDot = QuadrantDot & { x: number; y: number; size: number; label: string | null };

const JITTER = 3;
const LABELLED = 8;
const [LEAST, MOST] = [30, 260];

/** Marks ready to draw: moved by up to 3 points so that equal answers do not hide each other, the same way each time; the
 * area follows the ARR (or the count of a cell), and up to eight are named, where no other name stands: those in the two corners
 * that the finding counts, then the largest. `edges` are where green and red begin, measured. */
export function placeDots(dots: readonly QuadrantDot[], [green = 75]: readonly number[]): PlacedDot[] {
  const isCells = dots.some(({ accounts }) => accounts > 1);
  const worthOf = ({ arrCents, accounts }: QuadrantDot) => (isCells ? accounts : (arrCents ?? 0));
  const largest = Math.max(1, ...dots.map(worthOf));
  const named = new Set<number>();
  const taken: { score: number; people: number }[] = [];
  const isCounted = (dot: QuadrantDot) => Number(isBlind(dot, green) || isMisread(dot, green));
  for (const dot of [...dots].sort((a, b) => isCounted(b) - isCounted(a) || worthOf(b) - worthOf(a))) {
    if (named.size === LABELLED) break;
    const isFree = taken.every(
      (other) => Math.abs(other.score - dot.score) > 22 || Math.abs(other.people - dot.people) > 6,
    );
    if (!isFree) continue;
    named.add(dot.accountId);
    taken.push(dot);
  }
  return dots.map((dot) => ({
    ...dot,
    x: held(dot.score),
    y: held(dot.people + (isCells ? 0 : nudge(dot.accountId))),
    size: LEAST + (MOST - LEAST) * (worthOf(dot) / largest),
    label: isCells ? String(dot.accounts) : named.has(dot.accountId) ? dot.name : null,
  }));
}

const isBlind = ({ score, people }: QuadrantDot, green: number) => score >= green && people < 50;
const isMisread = ({ score, people }: QuadrantDot, green: number) => score < 50 && people >= green;

/** −3 to 3, always the same for an account. */
function nudge(accountId: number): number {
  const mixed = Math.imul(accountId ^ 0x9e3779b9, 0x85ebca6b) >>> 8;
  return ((mixed % 1000) / 1000 - 0.5) * 2 * JITTER;
}

function held(value: number): number {
  return Math.min(100, Math.max(0, value));
}

/** What the quadrant shows, in one sentence.
 * quadrantFinding([], [75, 50]) → "No account has both a score and a scorecard" */
export function quadrantFinding(dots: readonly QuadrantDot[], [green = 75]: readonly number[]): string {
  const count = (test: (dot: QuadrantDot) => boolean) =>
    dots.filter(test).reduce((sum, { accounts }) => sum + accounts, 0);
  const all = count(() => true);
  if (all === 0) return "No account has both a score and a scorecard";
  const blind = count((dot) => isBlind(dot, green));
  const misread = count((dot) => isMisread(dot, green));
  const verb = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
  return `Of ${verb(all, "account", "accounts")}, ${verb(blind, "looks", "look")} green while people see trouble; ${verb(misread, "looks", "look")} red while people vouch for ${misread === 1 ? "it" : "them"}`;
}
