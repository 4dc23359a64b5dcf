import { Bell } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { getSettings } from "@/db/queries/get-settings";
import { listDemoSignIns } from "@/db/queries/people/list-demo-sign-ins";
import { hasProvider } from "@/lib/server/auth";
import { systemContext } from "@/lib/server/context";
import { findViewerContext } from "@/lib/server/viewer-context";
import { safeReturn } from "./safe-return";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const { from, error } = await searchParams;
  const target = safeReturn(from);
  if (await findViewerContext()) redirect(target);
  const ctx = await systemContext("sign-in");
  const [settings, demo] = await Promise.all([getSettings(ctx), listDemoSignIns(ctx)]);
  return (
    <main className="mx-auto flex min-h-dvh w-96 max-w-full flex-col justify-center gap-6 p-4">
      <header className="flex flex-col items-center gap-2 text-center">
        <Bell aria-hidden className="size-8 text-primary" />
        <h1 className="font-semibold text-xl">
          <bdi>{settings.name}</bdi>
        </h1>
        <p className="text-muted-foreground">Account health that is held to account</p>
      </header>
      <SignInForm
        target={target}
        demo={demo}
        hasProvider={hasProvider()}
        error={typeof error === "string" ? error : null}
      />
    </main>
  );
}
