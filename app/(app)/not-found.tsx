import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/paths";

export default function ScreenNotFound() {
  return (
    <EmptyState
      kind="nothing_matches"
      title="There is nothing here"
      action={<ButtonLink href={paths.triage()}>Go to triage</ButtonLink>}
    >
      The address is wrong, or what it showed is not yours to see.
    </EmptyState>
  );
}
