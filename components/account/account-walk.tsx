"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useWalk } from "@/components/accounts/use-walk";
import { buttonClass } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { useKeys } from "@/components/ui/use-keys";
import { paths } from "@/lib/paths";

/** The way through the list one came from: `[` the account before, `]` the one after. */
export function AccountWalk({ slug }: { slug: string }) {
  const router = useRouter();
  const found = useWalk(slug);
  const before = found?.walk.slugs[found.at - 1];
  const after = found?.walk.slugs[found.at + 1];
  useKeys(
    "[, ]",
    (key) => {
      const next = key === "[" ? before : after;
      if (next) router.push(paths.account(next));
    },
    { useKey: true, does: found ? { "[": "The account before", "]": "The account after" } : {} },
  );
  if (!found) return null;
  const { walk, at } = found;
  return (
    <nav
      aria-label="The list you came from"
      className="flex items-center gap-1 text-muted-foreground text-xs print:hidden"
    >
      <Step to={before} words="The account before" Icon={ChevronLeft} />
      <Link href={walk.href} className="hover:underline">
        {at + 1} of {walk.slugs.length} in {walk.name}
      </Link>
      <Step to={after} words="The account after" Icon={ChevronRight} />
    </nav>
  );
}

function Step({ to, words, Icon }: { to: string | undefined; words: string; Icon: typeof ChevronLeft }) {
  if (!to) return <span className="size-8 max-md:size-11" />;
  return (
    <Link href={paths.account(to)} aria-label={words} className={buttonClass({ variant: "ghost", size: "icon" })}>
      <Icon aria-hidden className="size-4" />
    </Link>
  );
}
