import type { Metadata } from "next";
import { BooksTable } from "@/components/books/books-table";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { listBooks } from "@/db/queries/books/list-books";
import { listOwners, type OwnerRow } from "@/db/queries/list-owners";
import { mayEver } from "@/lib/core/access";
import { viewerContext } from "@/lib/server/viewer-context";

export const metadata: Metadata = { title: "Books" };

/** Whose accounts are whose: who stands in for whom, and handing a book over. */
export default async function BooksPage() {
  const ctx = await viewerContext();
  if (!mayEver(ctx.actor.roles, "book:cover")) return <NotYours />;
  const [books, people] = await Promise.all([listBooks(ctx), listOwners(ctx)]);
  return (
    <>
      <PageHeader title="Books" />
      {books.length === 0 ? (
        <EmptyState kind="first_run" title="Nobody of your team owns accounts">
          An administrator sets who reports to whom under Settings, People.
        </EmptyState>
      ) : (
        <BooksTable books={books} people={withReader(people, ctx.actor)} today={ctx.today} />
      )}
    </>
  );
}

/** A manager may stand in too. */
function withReader(people: readonly OwnerRow[], { personId, name }: { personId: number; name: string }): OwnerRow[] {
  if (people.some((person) => person.personId === personId)) return [...people];
  return [...people, { personId, name, isCsm: false, isAm: false }];
}

function NotYours() {
  return (
    <>
      <PageHeader title="Books" />
      <Card className="max-w-prose">
        <p className="text-muted-foreground">
          Managers cover and hand over the books of their team. Ask yours, or an administrator.
        </p>
      </Card>
    </>
  );
}
