"use client";
import { useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { withdrawVersion } from "@/lib/actions/model";

/** Calls off a version that is planned, with a reason. */
export function WithdrawVersion({ version, name }: { version: number; name: string }) {
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const withdraw = () =>
    startTransition(async () => {
      const result = await answered(withdrawVersion({ version, reason }));
      if (!result.ok) return setRefusal(result.message);
      setOpen(false);
      toast({ title: `Version ${version} is withdrawn`, description: "It never counts." });
    });
  return (
    <>
      <Button onClick={() => setOpen(true)}>Withdraw version {version} …</Button>
      {isOpen && (
        <Dialog open onClose={() => setOpen(false)} title={`Withdraw version ${version}, ${name}`}>
          <form
            className="flex flex-col gap-3"
            onSubmit={(event) => {
              event.preventDefault();
              withdraw();
            }}
          >
            <p>
              It never counts, and stays in the list with your reason. Everybody who was told of it is told. To have it
              after all, publish a copy.
            </p>
            <Field label="Why it is withdrawn" error={refusal}>
              {(control) => (
                <Textarea
                  {...control}
                  required
                  rows={3}
                  maxLength={1000}
                  value={reason}
                  onChange={({ target }) => setReason(target.value)}
                />
              )}
            </Field>
            <div className="flex gap-2">
              <Button type="submit" variant="primary" disabled={isPending || reason.trim() === ""}>
                {isPending ? "Withdrawing …" : "Withdraw it"}
              </Button>
              <Button onClick={() => setOpen(false)}>Cancel</Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}
