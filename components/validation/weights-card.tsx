import { Table, Td, Th } from "@/components/ui/table";
import type { SuggestedWeights } from "@/lib/core/validation/suggest-weights";
import { dayText } from "@/lib/format";
import { DraftButton } from "./draft-button";
import { measureName, two } from "./validation-words";

interface Props {
  weights: SuggestedWeights;
  version: number;
  mayDraft: boolean;
  /** A score that is no better than chance gives nothing to stand on. */
  isChance: boolean;
}

/** Weights that past outcomes speak for, checked on later ones; or why there are none. */
export function WeightsCard({ weights, version, mayDraft, isChance }: Props) {
  if (isChance) return <p>The score is no better than chance: nothing is suggested from it.</p>;
  if (weights.kind === "refused")
    return (
      <p className="max-w-prose">
        <strong className="font-medium">Refused.</strong> {weights.reason}
      </p>
    );
  const { check, earlier, later, reason, isSuggested } = weights;
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-prose">
        Fitted to {earlier.n} decisions until {dayText(earlier.until)} ({earlier.bad} lost), checked on the {later.n}{" "}
        after ({later.bad} lost): AUC {two(check.first.auc)} against {two(check.second.auc)} for the present weights, a
        difference of {two(check.difference)} (95% interval {two(check.low)} to {two(check.high)}).{" "}
        <strong className="font-medium">{reason}</strong>
      </p>
      <Table label="Suggested weights">
        <thead>
          <tr>
            <Th>Measure</Th>
            <Th numeric>Now</Th>
            <Th numeric>By outcomes</Th>
          </tr>
        </thead>
        <tbody>
          {weights.weights.map(({ key, present, suggested }) => (
            <tr key={key}>
              <Td>{measureName(key)}</Td>
              <Td numeric>{present}</Td>
              <Td numeric>{suggested}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {isSuggested && mayDraft && (
        <div>
          <DraftButton version={version} from="weights">
            Open as a draft
          </DraftButton>
        </div>
      )}
    </div>
  );
}
