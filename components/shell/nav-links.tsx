"use client";
import { usePathname } from "next/navigation";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import type { Role } from "@/lib/core/access";
import { navItems } from "./nav-items";

/** The screens, the current one marked: names at full width, icons alone on narrower ones. */
export function NavLinks({ roles }: { roles: readonly Role[] }) {
  const pathname = usePathname();
  return (
    <ul className="flex flex-col gap-1">
      {navItems(roles).map(({ href, name, Icon }) => {
        const isCurrent = pathname === href || pathname.startsWith(`${href}/`);
        return (
          <li key={href}>
            <Link
              href={href}
              title={name}
              aria-current={isCurrent ? "page" : undefined}
              className={cx(
                "flex h-8 items-center gap-3 rounded-control px-2 max-xl:justify-center",
                isCurrent ? "bg-muted font-medium" : "text-muted-foreground hover:bg-muted hover:text-foreground",
              )}
            >
              <Icon aria-hidden className="size-4 shrink-0" />
              <span className="max-xl:sr-only">{name}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
