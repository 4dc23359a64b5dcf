import { Link } from "@/components/ui/link";
import { paths } from "@/lib/paths";

/** The name of a row's account, which leads to it; in a list that is moved through by keys it is no tab stop. */
export function AccountLink({ slug, name }: { slug: string; name: string }) {
  return (
    <Link href={paths.account(slug)} tabIndex={-1} className="block truncate font-medium hover:underline" title={name}>
      <bdi>{name}</bdi>
    </Link>
  );
}
