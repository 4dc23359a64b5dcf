import { accountsText, arrText } from "@/components/portfolio/amount-text";
import type { Effect } from "@/lib/core/what-if/effect";

/** What becomes of the book in one sentence. */
export function effectWords({ moved, bands }: Pick<Effect, "moved" | "bands">, currency: string): string {
  const { down, up, lost, gained } = moved;
  const parts = [
    down.accounts > 0 && `${accountsText(down.accounts)} (${arrText(down, currency)}) would move down`,
    up.accounts > 0 && `${accountsText(up.accounts)} (${arrText(up, currency)}) would move up`,
    lost.accounts > 0 && `${accountsText(lost.accounts)} would have no score any more`,
    gained.accounts > 0 && `${accountsText(gained.accounts)} would have a score`,
  ].filter((part) => part !== false);
  const total = bands.reduce((sum, { after }) => sum + after.accounts, 0);
  return parts.length > 0 ? `${parts.join(", ")}.` : `None of ${accountsText(total)} would change band.`;
}
