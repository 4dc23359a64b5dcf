import type { Tone } from "@/lib/core/health/bands";
import type { CompiledDefinition } from "@/lib/core/health/compile-definition";

/** Accounts and what they are worth; those without a rate are counted apart and add no ARR. */
export type Amount = { accounts: number; arrCents: number; withoutRate: number };
export type BandTally = { key: string; name: string; tone: Tone | null; before: Amount; after: Amount };

/** Places of one definition: insufficient data, then up to six bands. */
export const SLOTS = 8;

type Row = BandTally & { order: number };

/** The amounts of bands before and after, over definitions that may name theirs alike: best first, insufficient data last. */
export function bandTallies(
  before: readonly CompiledDefinition[],
  after: readonly CompiledDefinition[],
  amountAt: (side: "before" | "after", slot: number) => Amount,
): BandTally[] {
  const rows = new Map<string, Row>();
  for (const [side, definitions] of [
    ["before", before],
    ["after", after],
  ] as const)
    for (const [d, compiled] of definitions.entries())
      for (let slot = 0; slot <= compiled.bands.bands.length; slot++) {
        const amount = amountAt(side, d * SLOTS + slot);
        if (amount.accounts > 0 || (side === "after" && slot > 0)) put(rows, compiled, slot - 1, side, amount);
      }
  return [...rows.values()].sort((a, b) => a.order - b.order).map(({ order: _, ...tally }) => tally);
}

function put(
  rows: Map<string, Row>,
  compiled: CompiledDefinition,
  band: number,
  side: "before" | "after",
  amount: Amount,
) {
  const found = compiled.bands.bands[band];
  const name = nameAt(compiled, band);
  const id = found ? `${found.tone} ${name}` : "";
  const rank = found ? (compiled.bands.rank[band] as number) : -1;
  const row = rows.get(id) ?? {
    ...{ key: found?.key ?? "insufficient", name, tone: found?.tone ?? null },
    ...{ order: rank < 0 ? 1000 : (2 - rank) * 100 + band, before: nothing(), after: nothing() },
  };
  const sum = row[side];
  row[side] = {
    accounts: sum.accounts + amount.accounts,
    arrCents: sum.arrCents + amount.arrCents,
    withoutRate: sum.withoutRate + amount.withoutRate,
  };
  rows.set(id, row);
}

function nothing(): Amount {
  return { accounts: 0, arrCents: 0, withoutRate: 0 };
}

/** What a band of a definition is called; the place below the first is insufficient data. */
export function nameAt(compiled: CompiledDefinition | undefined, band: number): string {
  const found = compiled?.bands.bands[band];
  return found ? (found.name ?? found.key) : "No score";
}
