"use client";
import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { changeOwnPassword } from "@/lib/actions/people";

/** Changes one's own password. Every session ends with it; this one is opened anew. */
export function ChangePasswordForm({ email }: { email: string }) {
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [isBusy, setBusy] = useState(false);
  const toast = useToast();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const next = String(data.get("next") ?? "");
    setBusy(true);
    const result = await answered(changeOwnPassword({ current: String(data.get("current") ?? ""), next }));
    if (result.ok) {
      await signIn("password", { email, password: next, redirect: false }).catch(() => null);
      form.reset();
      toast({ title: "Password changed", description: "Your other sessions have ended." });
    } else if (Object.keys(result.fields).length === 0) toast({ title: result.message, failed: true });
    setErrors(result.ok ? {} : result.fields);
    setBusy(false);
  };

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label="Current password" error={errors.current}>
        {(control) => (
          <Input {...control} name="current" type="password" autoComplete="current-password" required maxLength={128} />
        )}
      </Field>
      <Field label="New password" hint="At least 10 characters" error={errors.next}>
        {(control) => (
          <Input
            {...control}
            name="next"
            type="password"
            autoComplete="new-password"
            required
            minLength={10}
            maxLength={128}
          />
        )}
      </Field>
      <Button type="submit" disabled={isBusy} className="self-start">
        {isBusy ? "Changing…" : "Change password"}
      </Button>
    </form>
  );
}
