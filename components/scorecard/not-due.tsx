import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { BEHIND_MORE } from "./behind-more";

interface Props {
  /** Accounts of exempt segments, accounts whose card is due in a later month, and all rows against those that are shown. */
  exempt: number;
  later: number;
  total: number;
  shown: number;
  showsAll: boolean;
  href: string;
}

/** Which accounts are not in the month's grid, and why. */
export function NotDue({ exempt, later, total, shown, showsAll, href }: Props) {
  if (exempt === 0 && later === 0 && total <= shown) return null;
  return (
    <p className={cx("mb-3 flex flex-wrap gap-x-3 text-muted-foreground", BEHIND_MORE)}>
      {total > shown && (
        <span>
          The {shown} accounts that decide soonest, of {total}.
        </span>
      )}
      {exempt > 0 && (
        <span>{counted(exempt)} of exempt segments: no card is asked for, health is the measured score alone.</span>
      )}
      {later > 0 && (
        <span>
          {counted(later)} stable and green: not due this month.{" "}
          <Link href={href} className="underline">
            {showsAll ? "Hide" : "Show"}
          </Link>
        </span>
      )}
    </p>
  );
}

const counted = (n: number) => `${n} ${n === 1 ? "account is" : "accounts are"}`;
