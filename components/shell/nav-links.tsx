"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { cx } from "@/components/ui/cx";
import type { Role } from "@/lib/core/access";
import { navItems } from "./nav-items";

/** The screens, the current one marked: names at full width, icons alone on narrower ones, a bottom bar on phones. */
export function NavLinks({ roles }: { roles: readonly Role[] }) {
  const pathname = usePathname();
  return (
    <ul className="flex gap-1 max-md:w-full max-md:justify-around md:flex-col">
      {navItems(roles).map(({ href, name, Icon }) => {
        const isCurrent = pathname === href || pathname.startsWith(`${href}/`);
        return (
          <li key={href} className="max-md:flex-1">
            <Link
              href={href}
              title={name}
              aria-current={isCurrent ? "page" : undefined}
              className={cx(
                "flex h-8 items-center gap-3 rounded-control px-2 max-md:h-12 max-md:flex-col max-md:justify-center max-md:gap-0.5 max-md:px-1 max-md:text-xs md:max-xl:justify-center",
                isCurrent ? "bg-muted font-medium" : "text-muted-foreground hover:bg-muted hover:text-foreground",
              )}
            >
              <Icon aria-hidden className="size-4 shrink-0" />
              <span className="md:max-xl:sr-only">{name}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
