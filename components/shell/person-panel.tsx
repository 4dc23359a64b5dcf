import { KeyRound } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import type { Role } from "@/lib/core/access";
import { paths } from "@/lib/paths";
import { ROLE_WORDS } from "./role-words";
import { SignOutButton } from "./sign-out-button";
import { ThemeSwitch } from "./theme-switch";

export interface Person {
  name: string;
  email: string;
  roles: readonly Role[];
}

/** Who is signed in, as what, and what they may do about it. `themeName` tells its radio buttons from those elsewhere. */
export function PersonPanel({ name, email, roles, themeName }: Person & { themeName: string }) {
  return (
    <div className="flex flex-col gap-3">
      <div>
        <bdi className="font-semibold">{name}</bdi>
        <p className="truncate text-muted-foreground">{email}</p>
        <p className="text-muted-foreground text-xs">{roles.map((role) => ROLE_WORDS[role]).join(", ") || "No role"}</p>
      </div>
      <ThemeSwitch name={themeName} />
      <div className="-mx-2 border-t pt-2">
        <ButtonLink href={paths.ownAccount()} variant="ghost" className="w-full">
          <KeyRound aria-hidden className="size-4" />
          Change password
        </ButtonLink>
        <SignOutButton />
      </div>
    </div>
  );
}
