"use client";
import { Inbox } from "lucide-react";
import { usePathname } from "next/navigation";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/paths";

/** The way to the inbox, with how many notices are unread; an icon alone where the sidebar is narrow. */
export function InboxLink({ unread }: { unread: number }) {
  const isCurrent = usePathname() === paths.inbox();
  const count = unread > 99 ? "99+" : String(unread);
  return (
    <Link
      href={paths.inbox()}
      title="Inbox"
      aria-current={isCurrent ? "page" : undefined}
      className={cx(
        "relative mb-1 flex h-8 items-center gap-3 rounded-control px-2 max-xl:justify-center",
        isCurrent ? "bg-muted font-medium" : "text-muted-foreground hover:bg-muted hover:text-foreground",
      )}
    >
      <Inbox aria-hidden className="size-4 shrink-0" />
      <span className="max-xl:sr-only">Inbox</span>
      {unread > 0 && (
        <span className="rounded-badge bg-primary px-1 font-medium text-primary-foreground text-xs leading-4 max-xl:absolute max-xl:-top-1 max-xl:-right-2.5 xl:ml-auto">
          {count}
          <span className="sr-only"> unread</span>
        </span>
      )}
    </Link>
  );
}
