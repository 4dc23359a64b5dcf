import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/paths";

export default function NotFound() {
  return (
    <main className="mx-auto max-w-prose p-6 pt-24">
      <EmptyState
        kind="nothing_matches"
        title="There is no such page"
        action={<ButtonLink href={paths.home()}>Go home</ButtonLink>}
      />
    </main>
  );
}
