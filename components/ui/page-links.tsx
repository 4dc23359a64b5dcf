import { Link } from "@/components/ui/link";
import { buttonClass } from "./button";

/** The ways through a list that is longer than one page. */
export function PageLinks({ first, next, words }: { first: string | null; next: string | null; words: string }) {
  const look = buttonClass({ size: "sm" });
  return (
    <>
      {first && (
        <Link href={first} className={look}>
          First page
        </Link>
      )}
      {next && (
        <Link href={next} className={look}>
          {words}
        </Link>
      )}
    </>
  );
}
