import { Card } from "@/components/ui/card";
import { HorizonsTable } from "@/components/validation/horizons-table";
import { listHorizons } from "@/db/queries/validation/list-horizons";
import type { Past } from "@/db/queries/validation/open-past";
import type { Ctx } from "@/lib/server/context";

interface Props extends Pick<Parameters<typeof HorizonsTable>[0], "now" | "before" | "hrefOf"> {
  ctx: Ctx;
  past: Past;
  asked: Parameters<typeof listHorizons>[1];
}

/** How early each score knew: all horizons on the same past. */
export async function Horizons({ ctx, past, asked, ...shown }: Props) {
  return (
    <Card id="early" title="How early it knew">
      <HorizonsTable rows={await listHorizons(ctx, asked, past)} {...shown} />
    </Card>
  );
}
