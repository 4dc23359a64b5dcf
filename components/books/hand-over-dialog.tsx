"use client";
import { useState } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import { handOverBook } from "@/lib/actions/books";
import type { Day } from "@/lib/core/calendar";
import { countText, dayText } from "@/lib/format";
import type { Book, Person } from "./book";

interface Props {
  book: Book;
  people: readonly Person[];
  today: Day;
  onClose: () => void;
}

/** Gives a whole book to somebody else from a day on; single accounts are given from the list of accounts. */
export function HandOverDialog({ book, people, today, onClose }: Props) {
  const [role, setRole] = useState<"csm" | "am">(book.csmAccounts > 0 ? "csm" : "am");
  const fits = people.filter(
    (person) => person.personId !== book.personId && (role === "csm" ? person.isCsm : person.isAm),
  );
  const [chosen, setChosen] = useState("");
  const to = fits.find(({ personId }) => String(personId) === chosen) ?? fits[0];
  const [from, setFrom] = useState<Day>(today);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const toast = useToast();
  const accounts = role === "csm" ? book.csmAccounts : book.amAccounts;
  const save = async () => {
    if (!to) return;
    setBusy(true);
    const result = await answered(handOverBook({ fromPersonId: book.personId, toPersonId: to.personId, role, from }));
    setBusy(false);
    if (!result.ok) return setError(result.message);
    onClose();
    toast({
      title: `${countText(result.value.accounts)} accounts handed over`,
      description: `${to.name} owns them from ${dayText(from)} on.`,
    });
  };
  return (
    <Dialog open onClose={onClose} title={`Hand over ${book.name}'s accounts`}>
      <form
        method="post"
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {book.csmAccounts > 0 && book.amAccounts > 0 && (
          <Segmented
            name="role"
            label="Which accounts"
            value={role}
            onChange={(value) => setRole(value as "csm" | "am")}
            options={[
              { value: "csm", label: `${countText(book.csmAccounts)} as CSM` },
              { value: "am", label: `${countText(book.amAccounts)} as AM` },
            ]}
          />
        )}
        <Field label={`New ${role === "csm" ? "CSM" : "account manager"}`} error={error}>
          {(control) => (
            <Select
              {...control}
              value={String(to?.personId ?? "")}
              onChange={(event) => setChosen(event.target.value)}
              options={fits.map(({ personId, name }) => ({ value: String(personId), label: name }))}
            />
          )}
        </Field>
        <Field label="From">
          {(control) => (
            <Input
              {...control}
              type="date"
              required
              min={today}
              value={from}
              onChange={(event) => setFrom(event.target.value)}
            />
          )}
        </Field>
        <p className="text-muted-foreground">
          The past keeps its owner. Clocks give the new owner fresh grace, and scorecards of the former one are to be
          confirmed. For some accounts only, choose them in the list of accounts and change their owner there.
        </p>
        <Button type="submit" variant="primary" className="self-start" disabled={isBusy || !to || !from}>
          {isBusy ? "Handing over…" : `Hand over ${countText(accounts)} ${accounts === 1 ? "account" : "accounts"}`}
        </Button>
      </form>
    </Dialog>
  );
}
