"use client";
import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { acceptLink } from "@/lib/actions/people";
import { paths } from "@/lib/paths";

interface Props {
  token: string;
  /** The first administrator says who they are. */
  asksWho: boolean;
  email: string;
}

/** Sets a password by a one-time link, then signs in with it. */
export function SetPasswordForm({ token, asksWho, email }: Props) {
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "");
    const password = text("password");
    if (password !== text("again")) return setErrors({ again: "is not the same" });
    setBusy(true);
    const who = asksWho ? { name: text("name"), email: text("email") } : {};
    const result = await answered(acceptLink({ token, password, ...who }));
    if (!result.ok) {
      setBusy(false);
      setErrors(result.fields);
      setRefusal(Object.keys(result.fields).length > 0 ? null : result.message);
      return;
    }
    await signIn("password", { email: result.value.email, password, redirect: false }).catch(() => null);
    window.location.assign(paths.home());
  };

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-4 rounded-card border bg-card p-6">
      {refusal && (
        <p role="alert" className="rounded-control border border-input bg-muted p-3 font-medium">
          {refusal}
        </p>
      )}
      {asksWho ? (
        <>
          <Field label="Name" error={errors.name}>
            {(control) => <Input {...control} name="name" autoComplete="name" required maxLength={120} />}
          </Field>
          <Field label="Email" error={errors.email}>
            {(control) => <Input {...control} name="email" type="email" autoComplete="username" required />}
          </Field>
        </>
      ) : (
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      )}
      <Field
        label="Password"
        hint="At least 10 characters. A few words are better than symbols."
        error={errors.password}
      >
        {(control) => (
          <Input
            {...control}
            name="password"
            type="password"
            autoComplete="new-password"
            required
            minLength={10}
            maxLength={128}
          />
        )}
      </Field>
      <Field label="Password again" error={errors.again}>
        {(control) => <Input {...control} name="again" type="password" autoComplete="new-password" required />}
      </Field>
      <Button type="submit" variant="primary" disabled={isBusy} className="justify-center">
        {isBusy ? "Setting…" : "Set password and sign in"}
      </Button>
    </form>
  );
}
