import { KeyRound } from "lucide-react";
import type { Metadata } from "next";
import { SetPasswordForm } from "@/components/sign-in/set-password-form";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { findLink } from "@/db/queries/people/find-link";
import { paths } from "@/lib/paths";
import { systemContext } from "@/lib/server/context";

export const metadata: Metadata = { title: "Set your password", referrer: "no-referrer" };

const GREETING = {
  first_admin: "Welcome. You are the first administrator",
  invite: "Welcome",
  reset: "Set a new password",
};

export default async function LinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await findLink(await systemContext("one-time-link"), token);
  return (
    <main className="mx-auto flex min-h-dvh w-96 max-w-full flex-col justify-center gap-6 p-4">
      {link ? (
        <>
          <header className="flex flex-col items-center gap-2 text-center">
            <KeyRound aria-hidden className="size-8 text-primary" />
            <h1 className="font-semibold text-xl">{GREETING[link.purpose]}</h1>
            {link.purpose !== "first_admin" && (
              <p className="text-muted-foreground">
                <bdi>{link.name}</bdi>, {link.email}
              </p>
            )}
          </header>
          <SetPasswordForm token={token} asksWho={link.purpose === "first_admin"} email={link.email} />
        </>
      ) : (
        <EmptyState
          kind="nothing_matches"
          title="This link no longer works"
          action={<ButtonLink href={paths.signIn()}>Sign in</ButtonLink>}
        >
          Links work once and for a limited time. Ask an administrator for a new one.
        </EmptyState>
      )}
    </main>
  );
}
