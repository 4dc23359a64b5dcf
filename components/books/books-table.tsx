"use client";
import { useState } from "react";
import { accountsText } from "@/components/portfolio/amount-text";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { endCover } from "@/lib/actions/books";
import type { Day } from "@/lib/core/calendar";
import { countText, dayText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { type Book, booksText, type Person } from "./book";
import { CoverDialog } from "./cover-dialog";
import { HandOverDialog } from "./hand-over-dialog";

interface Props {
  books: readonly Book[];
  people: readonly Person[];
  today: Day;
}

type Asked = { kind: "cover" | "hand_over"; book: Book };

/** Each person's book with who covers it, and what a manager may do about it. */
export function BooksTable({ books, people, today }: Props) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const toast = useToast();
  const end = async ({ cover, name }: Book) => {
    if (!cover) return;
    const result = await answered(endCover({ id: cover.id }));
    if (!result.ok) return toast({ title: "Not ended", description: result.message, failed: true });
    toast({ title: "Cover ended", description: `${name} has the book alone again.` });
  };
  return (
    <>
      <Table label="Books">
        <thead>
          <tr>
            <Th>Person</Th>
            <Th className="max-md:hidden">Manager</Th>
            <Th numeric className="max-md:hidden">
              Accounts
            </Th>
            <Th className="max-md:hidden">Cover</Th>
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {books.map((book) => (
            <tr key={book.personId}>
              <Td>
                {book.name}
                <span className="block text-muted-foreground text-xs md:hidden">
                  {accountsText(book.csmAccounts + book.amAccounts)}
                  {book.cover && `, ${coverText(book, today)}`}
                </span>
                {!book.isActive && <strong className="block">Deactivated: needs new owners</strong>}
              </Td>
              <Td className="max-md:hidden">{book.manager ?? "—"}</Td>
              <Td numeric className="max-md:hidden">
                <span title={booksText(book)}>{countText(book.csmAccounts + book.amAccounts)}</span>
              </Td>
              <Td className="max-md:hidden">{coverText(book, today)}</Td>
              <Td>
                <div className="flex flex-wrap justify-end gap-1 max-md:flex-nowrap">
                  {book.cover && (
                    <Button size="sm" onClick={() => end(book)} aria-label={`End the cover of ${book.name}`}>
                      End cover
                    </Button>
                  )}
                  {book.csmAccounts + book.amAccounts > 0 && (
                    <>
                      {book.isActive && !book.cover && (
                        <Button
                          size="sm"
                          onClick={() => setAsked({ kind: "cover", book })}
                          aria-label={`Cover ${book.name}`}
                        >
                          Cover
                        </Button>
                      )}
                      <Button
                        size="sm"
                        onClick={() => setAsked({ kind: "hand_over", book })}
                        aria-label={`Hand over ${book.name}'s accounts`}
                      >
                        Hand over
                      </Button>
                      <Link
                        href={paths.handOver(book.personId)}
                        className="inline-flex items-center px-2 text-primary underline max-md:h-11"
                        aria-label={`Pack of ${book.name}`}
                      >
                        Pack
                      </Link>
                    </>
                  )}
                </div>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {asked?.kind === "cover" && (
        <CoverDialog book={asked.book} people={people} today={today} onClose={() => setAsked(null)} />
      )}
      {asked?.kind === "hand_over" && (
        <HandOverDialog book={asked.book} people={people} today={today} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

function coverText({ cover }: Book, today: Day): string {
  if (!cover) return "—";
  const days =
    cover.from > today ? `from ${dayText(cover.from)} to ${dayText(cover.until)}` : `until ${dayText(cover.until)}`;
  return `${cover.coveredBy} ${days}`;
}
