"use client";
import { Ellipsis, Inbox, type LucideIcon } from "lucide-react";
import { usePathname } from "next/navigation";
import { useRef } from "react";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/paths";
import { type Person, PersonPanel } from "./person-panel";
import { phoneItems } from "./phone-items";

const cell = (isCurrent: boolean) =>
  cx(
    "relative flex h-12 w-full flex-col items-center justify-center gap-0.5 rounded-control px-1 text-xs",
    isCurrent ? "bg-muted font-medium" : "text-muted-foreground",
  );

/** The screens on a phone: three that the person works with most, the inbox, and a sheet with all the others and the
 * person's own menu. */
export function PhoneBar({ person, unread }: { person: Person; unread: number }) {
  const pathname = usePathname();
  const sheet = useRef<HTMLDivElement>(null);
  const { bar, rest } = phoneItems(person.roles);
  const isCurrent = (href: string) => pathname === href || pathname.startsWith(`${href}/`);
  return (
    <nav aria-label="Screens" className="fixed inset-x-0 bottom-0 z-10 border-t bg-card px-1 md:hidden print:hidden">
      <ul className="grid grid-cols-5 gap-1">
        {bar.map(({ href, name, Icon }) => (
          <Screen key={href} href={href} name={name} Icon={Icon} isCurrent={isCurrent(href)} />
        ))}
        <Screen href={paths.inbox()} name="Inbox" Icon={Inbox} isCurrent={isCurrent(paths.inbox())} count={unread} />
        <li>
          <button
            type="button"
            popoverTarget="more-screens"
            className={cell(rest.some(({ href }) => isCurrent(href)))}
            aria-label="More screens and your account"
          >
            <Ellipsis aria-hidden className="size-4" />
            More
          </button>
        </li>
      </ul>
      <div
        ref={sheet}
        id="more-screens"
        popover="auto"
        className="inset-x-2 bottom-14 max-h-[75dvh] w-auto overflow-y-auto rounded-card border bg-card p-3 text-foreground shadow-popover"
      >
        <ul className="mb-3 grid grid-cols-3 gap-1 border-b pb-3">
          {rest.map(({ href, name, Icon }) => (
            <Screen
              key={href}
              href={href}
              name={name}
              Icon={Icon}
              isCurrent={isCurrent(href)}
              onGo={() => sheet.current?.hidePopover()}
            />
          ))}
        </ul>
        <PersonPanel {...person} themeName="sheet-theme" />
      </div>
    </nav>
  );
}

interface ScreenProps {
  href: string;
  name: string;
  Icon: LucideIcon;
  isCurrent: boolean;
  count?: number;
  onGo?: () => void;
}

function Screen({ href, name, Icon, isCurrent, count = 0, onGo }: ScreenProps) {
  return (
    <li>
      <Link href={href} aria-current={isCurrent ? "page" : undefined} className={cell(isCurrent)} onClick={onGo}>
        <Icon aria-hidden className="size-4 shrink-0" />
        {name}
        {count > 0 && (
          <span className="absolute top-0 left-1/2 ml-2 rounded-badge bg-primary px-1 font-medium text-primary-foreground text-xs leading-4">
            {count > 99 ? "99+" : count}
            <span className="sr-only"> unread</span>
          </span>
        )}
      </Link>
    </li>
  );
}
