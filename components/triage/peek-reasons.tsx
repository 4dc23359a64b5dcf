import type { PeekData } from "./load-peek";
import type { PeekRow } from "./queue-row";
import { ReasonActionButton } from "./reason-action";

type Reasons = NonNullable<PeekData["account"]["now"]>["reasons"];

/** Why an account is in the queue and what to do about each: the strongest reason at once, the others with all that is done
 * about them once they are known. */
export function PeekReasons({ facts, reasons }: { facts: PeekRow; reasons: Reasons | null }) {
  if (!facts.reason) return null;
  const rowClass = "flex min-h-7 items-center justify-between gap-3 max-md:min-h-11";
  return (
    <section>
      <h3 className="mb-1 font-semibold">Why it is here, and what to do</h3>
      <ul className="flex flex-col gap-1">
        {reasons === null && (
          <li className={rowClass}>
            <span>{facts.reasonText}</span>
          </li>
        )}
        {reasons?.map(({ key, text, action }) => (
          <li key={key} className={rowClass}>
            <span>{text}</span>
            <ReasonActionButton action={action} target={facts} />
          </li>
        ))}
      </ul>
    </section>
  );
}
