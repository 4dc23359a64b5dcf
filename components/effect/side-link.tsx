import { Link } from "@/components/ui/link";

/** A side's number of a comparison, which opens its accounts. */
export function SideLink({ href, words }: { href: string; words: string }) {
  return (
    <Link href={href} className="text-primary underline">
      {words}
    </Link>
  );
}
