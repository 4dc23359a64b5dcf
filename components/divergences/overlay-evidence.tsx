import type { OverlayEvidence as Evidence } from "@/lib/core/validation/suggest-overlay";
import { percentText } from "@/lib/format";

const POLICIES = {
  qualitative_wins: "people win",
  worst_of: "the worse of both",
  blend: "a blend",
  advisory: "numbers alone",
} as const;

/** Which overlay would have ranked past decisions best, tested on later ones; nothing here changes the model. */
export function OverlayEvidence({ evidence }: { evidence: Evidence }) {
  const { earlier, later, present, best, check, isSuggested } = evidence;
  if (!check)
    return (
      <p className="max-w-prose">
        Too few decisions to say: it takes 10 lost and 10 kept among the earlier two thirds and among the later third.
        There are {earlier.bad} lost of {earlier.n}, and {later.bad} lost of {later.n}.
      </p>
    );
  const same = best.policy === present.policy && best.weight === present.weight;
  return (
    <div className="flex max-w-prose flex-col gap-2">
      <p>
        Now: {named(present)}. On the earlier {earlier.n} decisions ({earlier.bad} lost){" "}
        {same ? "nothing ranked them better." : `${named(best)} ranked them best.`}
      </p>
      {!same && (
        <p>
          On the later {later.n} ({later.bad} lost), which it had not seen, its AUC is {two(check.first.auc)} against{" "}
          {two(check.second.auc)}: {two(check.difference)} (95% interval {two(check.low)} to {two(check.high)}, p ={" "}
          {two(check.p)}).
        </p>
      )}
      <p className="font-medium">
        {isSuggested
          ? "That is better beyond chance. Consider it in the next version of the model; nothing changes by itself."
          : "No other overlay is shown to be better. Keep the present one."}
      </p>
    </div>
  );
}

function named({ policy, weight }: Evidence["present"]): string {
  return policy === "advisory" ? POLICIES[policy] : `${POLICIES[policy]}, scorecards at ${percentText(weight)}`;
}

function two(value: number): string {
  return value
    .toFixed(2)
    .replace(/^-0\.00$/, "0.00")
    .replace("-", "−");
}
