import type { Amount } from "./band-tallies";

/** Amounts by slot, added up in columns. */
export class AmountSums {
  private readonly accounts: Float64Array;
  private readonly arr: Float64Array;
  private readonly without: Float64Array;

  constructor(readonly slots: number) {
    this.accounts = new Float64Array(slots);
    this.arr = new Float64Array(slots);
    this.without = new Float64Array(slots);
  }

  add(slot: number, value: number, sign = 1): void {
    (this.accounts[slot] as number) += sign;
    if (Number.isNaN(value)) (this.without[slot] as number) += sign;
    else (this.arr[slot] as number) += sign * value;
  }

  copy(slots: number): AmountSums {
    const copied = new AmountSums(slots);
    for (const name of ["accounts", "arr", "without"] as const) copied[name].set(this[name].subarray(0, slots));
    return copied;
  }

  at(slot: number): Amount {
    const [accounts = 0, arrCents = 0, withoutRate = 0] = [this.accounts[slot], this.arr[slot], this.without[slot]];
    return { accounts, arrCents, withoutRate };
  }
}
