import { Table, Td, Th } from "@/components/ui/table";
import type { VersionFigures } from "@/lib/core/validation/validation-json";
import { dayText, percentText } from "@/lib/format";
import { two } from "./validation-words";

const VERDICTS = { keep: "Keep", change: "Change", retire: "Retire" } as const;

export interface SignedReview {
  id: number;
  version: number;
  verdict: keyof typeof VERDICTS;
  reasons: string;
  figures: VersionFigures;
  reviewedOn: string;
  signedBy: string;
  nextDueOn: string;
}

/** The signed reviews of the score, latest first, with the figures of their day. */
export function ReviewList({ reviews }: { reviews: readonly SignedReview[] }) {
  if (reviews.length === 0) return <p className="text-muted-foreground">No review has been signed yet.</p>;
  return (
    <Table label="Signed reviews of the score">
      <thead>
        <tr>
          <Th>Signed</Th>
          <Th>By</Th>
          <Th numeric>Version</Th>
          <Th>Verdict</Th>
          <Th numeric>Right then</Th>
          <Th numeric>AUC then</Th>
          <Th>Reasons</Th>
          <Th>Next due</Th>
        </tr>
      </thead>
      <tbody>
        {reviews.map(({ id, version, verdict, reasons, figures, reviewedOn, signedBy, nextDueOn }) => (
          <tr key={id}>
            <Td className="whitespace-nowrap">{dayText(reviewedOn)}</Td>
            <Td className="whitespace-nowrap">{signedBy}</Td>
            <Td numeric>{version}</Td>
            <Td className="font-medium">{VERDICTS[verdict]}</Td>
            <Td numeric className="whitespace-nowrap">
              {figures.accuracy === null ? `n = ${figures.n}` : `${percentText(figures.accuracy)} (n = ${figures.n})`}
            </Td>
            <Td numeric>{figures.auc === null ? "—" : two(figures.auc)}</Td>
            <Td className="min-w-60 whitespace-pre-line py-2">{reasons}</Td>
            <Td className="whitespace-nowrap">{dayText(nextDueOn)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
