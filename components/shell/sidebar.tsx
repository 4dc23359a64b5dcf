import { Bell } from "lucide-react";
import Link from "next/link";
import type { Role } from "@/lib/core/access";
import { paths } from "@/lib/paths";
import { InboxLink } from "./inbox-link";
import { NavLinks } from "./nav-links";
import { PersonMenu } from "./person-menu";

interface Props {
  workspace: string;
  person: { name: string; email: string; roles: readonly Role[] };
  unread: number;
}

/** The frame's navigation: 200 px, icons alone under 1280, a bar at the bottom under 768. */
export function Sidebar({ workspace, person, unread }: Props) {
  return (
    <header className="z-10 flex shrink-0 bg-card max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:border-t max-md:px-1 md:sticky md:top-0 md:h-dvh md:w-14 md:flex-col md:border-r md:p-3 xl:w-50 print:hidden">
      <Link
        href={paths.home()}
        title={workspace}
        className="mb-3 flex h-8 items-center gap-3 rounded-control px-2 font-semibold max-md:hidden md:max-xl:justify-center"
      >
        <Bell aria-hidden className="size-4 shrink-0 text-primary" />
        <bdi className="truncate md:max-xl:sr-only">{workspace}</bdi>
      </Link>
      <InboxLink unread={unread} />
      <nav aria-label="Screens" className="max-md:flex max-md:flex-1 md:flex-1">
        <NavLinks roles={person.roles} />
      </nav>
      <PersonMenu {...person} />
    </header>
  );
}
