import { formulaWords, type PriorityFormula } from "@/lib/core/portfolio/priority-formula";

/** The ranking formula in words, with its figures. */
export function RankingWords({ formula }: { formula: PriorityFormula }) {
  return (
    <ul className="flex max-w-[60ch] flex-col gap-1">
      {formulaWords(formula).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
