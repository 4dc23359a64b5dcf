import { agoText } from "@/components/data/ago-text";
import { Link } from "@/components/ui/link";
import type { ListedDraft } from "@/lib/core/model-draft/model-version";
import { paths } from "@/lib/paths";

/** Drafts that wait, with who changed them last and when. */
export function DraftList({ drafts, now }: { drafts: readonly ListedDraft[]; now: Date }) {
  return (
    <ul className="flex flex-col divide-y">
      {drafts.map(({ id, name, baseVersion, updatedAt, updatedBy }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
          <Link href={paths.modelDraft(id)} className="font-medium text-primary underline">
            {name || "Without a name"}
            <span className="sr-only">, draft {id}</span>
          </Link>
          <span className="text-muted-foreground text-xs">
            Draft {id}
            {baseVersion !== null && ` · beside version ${baseVersion}`} · changed{" "}
            {agoText(Math.max(0, Math.floor((now.getTime() - Date.parse(updatedAt)) / 60_000)))}
            {updatedBy && ` by ${updatedBy}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
