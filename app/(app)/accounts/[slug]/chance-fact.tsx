import { RenewalChance } from "@/components/account/renewal-chance";
import { getRenewalBasis } from "@/db/queries/forecast/get-renewal-basis";
import type { Ctx } from "@/lib/server/context";

/** The account's chance to renew: it comes after the rest of the page, for every past decision is weighed. */
export async function ChanceFact({ ctx, now }: { ctx: Ctx; now: { health: number | null; tone: number } }) {
  return <RenewalChance basis={await getRenewalBasis(ctx)} health={now.health} tone={now.tone} />;
}
