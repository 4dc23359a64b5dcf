import { Bell } from "lucide-react";
import { Link } from "@/components/ui/link";
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

/** The frame's navigation on a desk: 200 px, icons alone under 1280. Under 768 the phone's bar stands in its place. */
export function Sidebar({ workspace, person, unread }: Props) {
  return (
    <header className="sticky top-0 z-10 flex h-dvh w-14 shrink-0 flex-col border-r bg-card p-3 max-md:hidden xl:w-50 print:hidden">
      <Link
        href={paths.home()}
        title={workspace}
        className="mb-3 flex h-8 items-center gap-3 rounded-control px-2 font-semibold max-xl:justify-center"
      >
        <Bell aria-hidden className="size-4 shrink-0 text-primary" />
        <bdi className="truncate max-xl:sr-only">{workspace}</bdi>
      </Link>
      <InboxLink unread={unread} />
      <nav aria-label="Screens" className="flex-1">
        <NavLinks roles={person.roles} />
      </nav>
      <PersonMenu {...person} />
    </header>
  );
}
