"use client";
import { useState } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import { setCover } from "@/lib/actions/books";
import { addDays, type Day } from "@/lib/core/calendar";
import { dayText } from "@/lib/format";
import { type Book, booksText, type Person } from "./book";

interface Props {
  book: Book;
  people: readonly Person[];
  today: Day;
  onClose: () => void;
}

/** Who stands in for a person, from when until when. */
export function CoverDialog({ book, people, today, onClose }: Props) {
  const others = people.filter(({ personId }) => personId !== book.personId);
  const [coveredBy, setCoveredBy] = useState(String(others[0]?.personId ?? ""));
  const [from, setFrom] = useState<Day>(today);
  const [until, setUntil] = useState<Day>(addDays(today, 14));
  const [note, setNote] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const toast = useToast();
  const save = async () => {
    setBusy(true);
    const result = await answered(
      setCover({ personId: book.personId, coveredBy: Number(coveredBy), from, until, note }),
    );
    setBusy(false);
    if (!result.ok) return setError(result.message);
    const name = others.find(({ personId }) => String(personId) === coveredBy)?.name;
    onClose();
    toast({ title: "Cover set", description: `${name} covers ${book.name} until ${dayText(until)}.` });
  };
  return (
    <Dialog open onClose={onClose} title={`Cover ${book.name}`}>
      <form
        method="post"
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p className="text-muted-foreground">
          The stand-in works the book ({booksText(book)}) as their own and is told what {book.name} is told. Owners
          stay; after the last day all is as before.
        </p>
        <Field label="Stand-in" error={error}>
          {(control) => (
            <Select
              {...control}
              value={coveredBy}
              onChange={(event) => setCoveredBy(event.target.value)}
              options={others.map(({ personId, name }) => ({ value: String(personId), label: name }))}
            />
          )}
        </Field>
        <div className="grid grid-cols-2 gap-3">
          <Field label="From">
            {(control) => (
              <Input {...control} type="date" required value={from} onChange={(event) => setFrom(event.target.value)} />
            )}
          </Field>
          <Field label="Until, that day included">
            {(control) => (
              <Input
                {...control}
                type="date"
                required
                min={from > today ? from : today}
                value={until}
                onChange={(event) => setUntil(event.target.value)}
              />
            )}
          </Field>
        </div>
        <Field label="Note">
          {(control) => (
            <Input {...control} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
        <Button
          type="submit"
          variant="primary"
          className="self-start"
          disabled={isBusy || !coveredBy || !from || !until}
        >
          {isBusy ? "Saving…" : "Set cover"}
        </Button>
      </form>
    </Dialog>
  );
}
