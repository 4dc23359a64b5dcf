import { Link } from "@/components/ui/link";
import type { Day } from "@/lib/core/calendar";
import { countText, dayNear, percentText } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { Greens } from "./prepare-migration";

interface Props {
  greens: Greens;
  between: { from: Day; to: Day };
  query: Readonly<Record<string, string>>;
}

/** The headline: how many of the greens are no longer green, and where they went. */
export function Finding({ greens, between, query }: Props) {
  const { before, lost, toYellow, toRed, gone, pairs, apart } = greens;
  const since = `since ${dayNear(between.from, between.to)}`;
  const href = paths.portfolioAccounts({
    ...query,
    moved: pairs,
    between: `${between.from}..${between.to}`,
    model: "same",
  });
  const went = [
    toYellow > 0 && `${countText(toYellow)} to yellow`,
    toRed > 0 && `${countText(toRed)} to red`,
    gone > 0 && `${countText(gone)} left`,
  ].filter(Boolean);
  return (
    <p className="rounded-card border bg-card px-4 py-3">
      {before + apart === 0 && `No account was green ${dayNear(between.from, between.to)}.`}
      {apart <= before && before > 0 && lost === 0 && `All ${countText(before)} greens are still green ${since}.`}
      {apart > before && (
        <>
          <strong className="font-semibold">
            Most of the {countText(before + apart)} greens {since} cannot be compared
          </strong>
          : a new model scored them, they were handed over, or they have no score now.{" "}
        </>
      )}
      {apart <= before && lost > 0 && (
        <>
          <strong className="font-semibold">
            {countText(lost)} of {countText(before)} greens {lost === 1 ? "is" : "are"} no longer green {since}
          </strong>
          {before >= 20 && ` (${percentText(lost / before)})`}: {went.join(", ")}.{" "}
          <Link href={href} className="text-primary underline">
            See {lost === 1 ? "the account" : `the ${countText(lost)} accounts`}
          </Link>
        </>
      )}
      {apart > 0 && apart <= before && (
        <span className="text-muted-foreground">
          {" "}
          {countText(apart)} more {apart === 1 ? "stands" : "stand"} apart: re-scored by a new model, handed over or
          without a score.
        </span>
      )}
    </p>
  );
}
