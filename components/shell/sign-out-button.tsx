"use client";
import { LogOut } from "lucide-react";
import { signOut } from "next-auth/react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { paths } from "@/lib/paths";

/** Ends this session here and in the database, then shows the sign-in page. */
export function SignOutButton() {
  const [isLeaving, setLeaving] = useState(false);
  const leave = async () => {
    setLeaving(true);
    await signOut({ redirect: false });
    window.location.assign(paths.signIn());
  };
  return (
    <Button variant="ghost" onClick={leave} disabled={isLeaving} className="w-full">
      <LogOut aria-hidden className="size-4" />
      Sign out
    </Button>
  );
}
