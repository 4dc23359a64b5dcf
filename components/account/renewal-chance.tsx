import { basisWords, chanceText } from "@/components/forecast/forecast-words";
import { Info } from "@/components/ui/info";
import { Link } from "@/components/ui/link";
import { type Basis, chanceFrom } from "@/lib/core/forecast/basis";
import { paths } from "@/lib/paths";
import { Fact } from "./fact";

const NAME = "Chance to renew";

/** The chance that an account of this health renews in full, with its interval; withheld with the reason where past decisions do
 * not tell it. */
export function RenewalChance({ basis, health, tone }: { basis: Basis; health: number | null; tone: number }) {
  const chance = chanceFrom(basis, { health, tone });
  return (
    <Fact
      name={
        <>
          {basis.kind === "assumed" ? `${NAME}, assumed` : NAME}{" "}
          <span className="-my-1 inline-block">
            <Info about="the chance to renew">
              <p>
                {tone === 0 ? "No chance is said of an account without enough data for a band." : basisWords(basis)}
              </p>
              <p className="mt-2">
                <Link className="text-primary underline" href={paths.forecast()}>
                  The forecast
                </Link>
              </p>
            </Info>
          </span>
        </>
      }
      value={chance ? chanceText(chance) : "withheld"}
    />
  );
}

/** Its place until it is known. */
export function RenewalChanceAwaited() {
  return <Fact name={NAME} value="…" />;
}
