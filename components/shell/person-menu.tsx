import { KeyRound, UserRound } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import type { Role } from "@/lib/core/access";
import { paths } from "@/lib/paths";
import { ROLE_WORDS } from "./role-words";
import { SignOutButton } from "./sign-out-button";
import { ThemeSwitch } from "./theme-switch";

interface Props {
  name: string;
  email: string;
  roles: readonly Role[];
}

/** Who is signed in, as what, and what they may do about it. */
export function PersonMenu({ name, email, roles }: Props) {
  return (
    <Popover
      label={`${name}: account and theme`}
      buttonClass="flex h-8 w-full items-center gap-3 rounded-control px-2 text-left hover:bg-muted max-md:h-12 max-md:w-14 max-md:justify-center md:max-xl:justify-center"
      button={
        <>
          <UserRound aria-hidden className="size-4 shrink-0" />
          <bdi className="truncate max-xl:sr-only">{name}</bdi>
        </>
      }
      className="w-64"
    >
      <div className="flex flex-col gap-3">
        <div>
          <bdi className="font-semibold">{name}</bdi>
          <p className="truncate text-muted-foreground">{email}</p>
          <p className="text-muted-foreground text-xs">
            {roles.map((role) => ROLE_WORDS[role]).join(", ") || "No role"}
          </p>
        </div>
        <ThemeSwitch name="menu-theme" />
        <div className="-mx-2 border-t pt-2">
          <ButtonLink href={paths.ownAccount()} variant="ghost" className="w-full">
            <KeyRound aria-hidden className="size-4" />
            Change password
          </ButtonLink>
          <SignOutButton />
        </div>
      </div>
    </Popover>
  );
}
