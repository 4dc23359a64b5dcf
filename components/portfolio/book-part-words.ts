import type { ChangeKind } from "@/lib/core/health/explain";
import type { BookPart, PassageKind } from "@/lib/core/portfolio/book-change";
import { partWords } from "@/lib/core/portfolio/part-words";

const PASSAGES: Record<PassageKind, string> = {
  joined: "Accounts that joined",
  scored: "Accounts that have a score again",
  handed_in: "Accounts handed in",
  left: "Accounts that left",
  unscored: "Accounts without a score now",
  handed_out: "Accounts handed over",
};

/** A part of a book's change in words. */
export function bookPartWords({ kind, key }: Pick<BookPart, "kind" | "key">): string {
  return Object.hasOwn(PASSAGES, kind) ? PASSAGES[kind as PassageKind] : partWords({ kind: kind as ChangeKind, key });
}
