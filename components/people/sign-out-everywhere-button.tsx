"use client";
import { useState } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { signOutEverywhere } from "@/lib/actions/people";
import { paths } from "@/lib/paths";

export function SignOutEverywhereButton() {
  const [isBusy, setBusy] = useState(false);
  const toast = useToast();
  const leave = async () => {
    setBusy(true);
    const result = await answered(signOutEverywhere({}));
    if (result.ok) return window.location.assign(paths.signIn());
    setBusy(false);
    toast({ title: result.message, failed: true });
  };
  return (
    <Button onClick={leave} disabled={isBusy}>
      Sign out everywhere
    </Button>
  );
}
