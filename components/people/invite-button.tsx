"use client";
import { UserPlus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { invitePerson } from "@/lib/actions/people";
import { LinkToHandOver } from "./link-to-hand-over";
import { RolesField, rolesOf } from "./roles-field";

/** Opens the invitation; what it ends in is a link to hand over. */
export function InviteButton() {
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<{ token: string; name: string } | null>(null);
  const close = () => {
    setOpen(false);
    setMade(null);
  };
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <UserPlus aria-hidden className="size-4" />
        Invite
      </Button>
      <Dialog open={isOpen} onClose={close} title={made ? "Invited" : "Invite somebody"}>
        {made ? <LinkToHandOver {...made} days={7} /> : <InviteForm onMade={setMade} />}
      </Dialog>
    </>
  );
}

function InviteForm({ onMade }: { onMade: (made: { token: string; name: string }) => void }) {
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get("name") ?? "");
    setBusy(true);
    const result = await answered(invitePerson({ name, email: String(form.get("email") ?? ""), roles: rolesOf(form) }));
    if (result.ok) return onMade({ token: result.value.token, name });
    setBusy(false);
    setErrors(result.fields);
    setRefusal(Object.keys(result.fields).length > 0 ? null : result.message);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {refusal && (
        <p role="alert" className="font-medium">
          {refusal}
        </p>
      )}
      <Field label="Name" error={errors.name}>
        {(control) => <Input {...control} name="name" required maxLength={120} autoComplete="off" />}
      </Field>
      <Field label="Email" error={errors.email}>
        {(control) => <Input {...control} name="email" type="email" required autoComplete="off" />}
      </Field>
      <RolesField error={errors.roles} />
      <Button type="submit" variant="primary" disabled={isBusy} className="self-start">
        {isBusy ? "Inviting…" : "Make the invitation"}
      </Button>
    </form>
  );
}
