"use client";
import { signIn } from "next-auth/react";
import { type FormEvent, useRef, useState } from "react";
import { ROLE_WORDS } from "@/components/shell/role-words";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Role } from "@/lib/core/access";
import { DEMO_PASSWORD, refusalText } from "./refusal-text";

interface Props {
  target: string;
  demo: readonly { email: string; name: string; roles: readonly Role[] }[];
  hasProvider: boolean;
  /** What a provider's detour came back with. */
  error: string | null;
}

/** Email and password, the organisation's own provider where there is one, and the demo's people to try as. */
export function SignInForm({ target, demo, hasProvider, error }: Props) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [refusal, setRefusal] = useState(error ? refusalText(error) : null);
  const [isBusy, setBusy] = useState(false);
  const emailInput = useRef<HTMLInputElement>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setRefusal(null);
    const result = await signIn("password", { email, password, redirect: false }).catch(() => undefined);
    if (result?.ok) {
      window.location.assign(target);
      return;
    }
    setBusy(false);
    setRefusal(refusalText(result?.error ?? "unreachable"));
    emailInput.current?.focus();
  };

  return (
    <div className="flex flex-col gap-4 rounded-card border bg-card p-6">
      <form method="post" onSubmit={submit} className="flex flex-col gap-4">
        {refusal && (
          <p role="alert" className="rounded-control border border-input bg-muted p-3 font-medium">
            {refusal}
          </p>
        )}
        <Field label="Email">
          {(control) => (
            <Input
              {...control}
              ref={emailInput}
              autoFocus
              type="email"
              autoComplete="username"
              required
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          )}
        </Field>
        <Field label="Password">
          {(control) => (
            <Input
              {...control}
              type="password"
              autoComplete="current-password"
              required
              maxLength={128}
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" variant="primary" disabled={isBusy} className="justify-center">
          {isBusy ? "Signing in…" : "Sign in"}
        </Button>
      </form>
      {hasProvider && (
        <Button className="justify-center" onClick={() => signIn("organisation", { callbackUrl: target })}>
          Sign in with your organisation
        </Button>
      )}
      {demo.length > 0 && (
        <section className="border-t pt-4" aria-labelledby="demo-sign-ins">
          <h2 id="demo-sign-ins" className="mb-2 text-muted-foreground text-xs">
            Demo company: choose somebody, then sign in
          </h2>
          <ul className="grid grid-cols-2 gap-2">
            {demo.map((person) => (
              <li key={person.email}>
                <Button
                  size="sm"
                  className="w-full justify-center"
                  title={`${person.name}, ${person.email}`}
                  onClick={() => {
                    setEmail(person.email);
                    setPassword(DEMO_PASSWORD);
                  }}
                >
                  {person.roles.map((role) => ROLE_WORDS[role]).join(" and ")}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
