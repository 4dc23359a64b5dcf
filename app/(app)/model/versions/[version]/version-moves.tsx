import { BandBadge } from "@/components/health/band-badge";
import { MovesTable } from "@/components/model/moves-table";
import { Link } from "@/components/ui/link";
import { getSettings } from "@/db/queries/get-settings";
import { listVersionMoves } from "@/db/queries/model/list-version-moves";
import type { Tone } from "@/lib/core/health/bands";
import { dayText, moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { Ctx } from "@/lib/server/context";

const TONES: Readonly<Record<number, Tone>> = { 1: "red", 2: "yellow", 3: "green" };

/** What two versions say of the same accounts on the same readings, with the largest that differ. */
export async function VersionMoves({ ctx, from, to }: { ctx: Ctx; from: number; to: number }) {
  const [found, { currency }] = await Promise.all([listVersionMoves(ctx, from, to), getSettings(ctx)]);
  if (!found) return <p className="text-muted-foreground">No run has been published yet.</p>;
  return (
    <>
      <MovesTable
        caption={`The same readings of ${dayText(found.asOf)}, scored by both: nothing but the model differs.`}
        label={`Bands by version ${from} and by version ${to}`}
        from={`Version ${from}`}
        to={`Version ${to}`}
        moves={found.moves}
        currency={currency}
      />
      {found.largest.length > 0 && (
        <section>
          <h3 className="mb-1 font-medium">The largest of them</h3>
          <ul>
            {found.largest.map(({ slug, name, from: before, to: after, arrCents }) => (
              <li key={slug} className="flex flex-wrap items-center gap-x-2 py-0.5">
                <Link href={paths.account(slug)} className="text-primary underline">
                  {name}
                </Link>
                <span>{moneyShort(arrCents, currency)}</span>
                <BandBadge tone={TONES[before] ?? null} />
                <span aria-hidden>→</span>
                <span className="sr-only">to</span>
                <BandBadge tone={TONES[after] ?? null} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
