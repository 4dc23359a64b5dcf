import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HandOverAccount } from "@/components/books/hand-over-account";
import { PrintButton } from "@/components/brief/print-button";
import { Link } from "@/components/ui/link";
import { getHandOver } from "@/db/queries/books/get-hand-over";
import { getSettings } from "@/db/queries/get-settings";
import { dayText, moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import { viewerContext } from "@/lib/server/viewer-context";

export const metadata: Metadata = { title: "Hand-over" };

/** What whoever takes over a book needs: its accounts by priority, why, what is open, what was said last, and whom to speak to. */
export default async function HandOverPage({ params }: PageProps<"/print/hand-over/[personId]">) {
  const ctx = await viewerContext();
  const personId = Number((await params).personId);
  if (!Number.isInteger(personId) || personId < 1 || personId > 2 ** 31 - 1) notFound();
  const [{ name, accounts, left }, settings] = await Promise.all([getHandOver(ctx, personId), getSettings(ctx)]);
  const arrCents = accounts.reduce((sum, account) => sum + (account.arrCents ?? 0), 0);
  return (
    <main
      id="content"
      className="mx-auto flex max-w-3xl flex-col gap-4 p-6 max-md:p-4 print:max-w-none print:gap-3 print:p-0"
    >
      <div className="flex flex-wrap items-center gap-2 print:hidden">
        <Link href={paths.books()} className="text-primary underline">
          Back to the books
        </Link>
        <PrintButton />
      </div>
      <header>
        <h1 className="font-semibold text-xl">Hand-over of {name}'s book</h1>
        <p className="text-muted-foreground">
          {accounts.length} {accounts.length === 1 ? "account" : "accounts"} · {moneyShort(arrCents, settings.currency)}{" "}
          ARR · as of {dayText(ctx.today)}, the most pressing first
          {left > 0 && ` · ${left} more of the book ${left === 1 ? "is no customer" : "are no customers"} now`}
        </p>
      </header>
      {accounts.length === 0 && <p>No account of this book is scored, or none is yours to see.</p>}
      {accounts.map((account) => (
        <HandOverAccount key={account.accountId} account={account} currency={settings.currency} today={ctx.today} />
      ))}
    </main>
  );
}
