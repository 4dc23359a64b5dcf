import { findPersonId } from "@/db/queries/api/find-person-id";
import type { AccountsFilter } from "@/db/queries/list-portfolio-accounts";
import type { Book } from "@/db/queries/triage-filter";
import type { AccountsQuery } from "@/lib/api/accounts";
import type { Day } from "@/lib/core/calendar";
import { AppError } from "@/lib/errors";
import { minorDigits } from "@/lib/format";
import type { Ctx } from "@/lib/server/context";

/** The filter that an address asks for. */
export async function filterOf(ctx: Ctx, query: AccountsQuery, currency: string): Promise<AccountsFilter> {
  const { q, band, measured, people, diverges, risk, segment, region, arr, score, renews, reason } = query;
  const { asof, between, moved, model } = query;
  const minor = (amount: number | null) => (amount === null ? null : Math.round(amount * 10 ** minorDigits(currency)));
  return {
    book: await bookOf(ctx, query.owner),
    ...{ q, segment, region, score, measured, people, tones: band, reasons: reason, atRisk: risk },
    arrCents: arr && { from: minor(arr.from), to: minor(arr.to) },
    diverges: diverges && (diverges === "severe" ? "severe" : "any"),
    ...(renews && ("withinDays" in renews ? { renewsWithin: renews.withinDays } : { decides: renews })),
    ...(asof && { asOf: asof }),
    ...(between && {
      moved: {
        ...(between as { from: Day; to: Day }),
        pairs: moved ?? [],
        rescored: model === undefined ? undefined : model === "new",
      },
    }),
  };
}

/** Whose accounts: a key has no book of its own, so everybody's unless said. */
export async function bookOf(ctx: Ctx, owner: string | undefined): Promise<Book> {
  if (owner === undefined || owner === "all") return "all";
  if (owner === "none") return "none";
  if (/^\d+$/.test(owner)) return Number(owner);
  const id = await findPersonId(ctx, owner);
  if (id === null)
    throw new AppError("invalid", `owner: nobody has the e-mail ${owner}.`, { owner: "nobody has this e-mail" });
  return id;
}
