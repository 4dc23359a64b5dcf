import { countText, moneyShort } from "@/lib/format";

export type Amount = { accounts: number; arrCents: number; withoutRate: number };

/** "1 account", "240 accounts". */
export function accountsText(accounts: number): string {
  return `${countText(accounts)} ${accounts === 1 ? "account" : "accounts"}`;
}

/** ARR in short; accounts without an exchange rate are told apart, not summed: "$1.2M + 3 without a rate". */
export function arrText({ arrCents, withoutRate }: Pick<Amount, "arrCents" | "withoutRate">, currency: string): string {
  return `${moneyShort(arrCents, currency)}${withoutRate > 0 ? ` + ${countText(withoutRate)} without a rate` : ""}`;
}
