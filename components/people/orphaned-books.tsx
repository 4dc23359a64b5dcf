import { Link } from "@/components/ui/link";
import { countText } from "@/lib/format";
import { paths } from "@/lib/paths";

interface Props {
  people: readonly { id: number; name: string; status: string; accounts: number }[];
}

/** Says who has left and still owns accounts, and where to give them to somebody. */
export function OrphanedBooks({ people }: Props) {
  const left = people.filter(({ status, accounts }) => status === "deactivated" && accounts > 0);
  if (left.length === 0) return null;
  return (
    <ul className="mb-3 flex flex-col gap-1 rounded-card border bg-card px-3 py-2">
      {left.map(({ id, name, accounts }) => (
        <li key={id}>
          <strong>{name} is deactivated.</strong> {countText(accounts)}{" "}
          {accounts === 1 ? "account needs" : "accounts need"} a new owner.{" "}
          <Link href={paths.books()} className="text-primary underline">
            Hand over
          </Link>
        </li>
      ))}
    </ul>
  );
}
