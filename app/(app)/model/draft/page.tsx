import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadDraftParams } from "@/app/(app)/model/search-params";
import { DraftEditor } from "@/components/model/draft-editor";
import { PageHeader } from "@/components/shell/page-header";
import { Link } from "@/components/ui/link";
import { getCurrentRun } from "@/db/queries/get-current-run";
import { listSegments } from "@/db/queries/list-segments";
import { listCustomMeasures } from "@/db/queries/model/list-custom-measures";
import { findDraft } from "@/db/queries/model/list-drafts";
import { listModelVersions } from "@/db/queries/model/list-model-versions";
import { listPeople } from "@/db/queries/people/list-people";
import { listPlaybooks } from "@/db/queries/playbooks/list-playbooks";
import { mayEver } from "@/lib/core/access";
import { paths } from "@/lib/paths";
import { viewerContext } from "@/lib/server/viewer-context";

export const metadata: Metadata = { title: "Draft of the model" };

/** A draft of the model, edited with its effect on every account beside it. */
export default async function DraftPage({ searchParams }: PageProps<"/model/draft">) {
  const ctx = await viewerContext();
  const { id } = await loadDraftParams(searchParams);
  if (!mayEver(ctx.actor.roles, "model:draft") || id === null) notFound();
  const draft = await findDraft(ctx, id);
  if (!draft) notFound();
  const [versions, run, segments, custom, { playbooks }, people] = await Promise.all([
    listModelVersions(ctx),
    getCurrentRun(ctx),
    listSegments(ctx),
    listCustomMeasures(ctx),
    listPlaybooks(ctx),
    listPeople(ctx),
  ]);
  const scoredBy = run && versions.find(({ version }) => version === run.modelVersion);
  return (
    <div className="flex flex-col">
      <PageHeader title={`Draft ${draft.id} of the model`} run={run}>
        <Link href={paths.model()} className="text-primary underline">
          All of the model
        </Link>
      </PageHeader>
      <DraftEditor
        key={draft.id}
        draft={{ id: draft.id, model: draft.model, revision: draft.revision }}
        published={scoredBy ? { version: scoredBy.version, model: scoredBy.model, runId: run.id } : null}
        segments={segments}
        custom={custom}
        playbooks={playbooks.map(({ playbook }) => playbook)}
        owners={people
          .filter(({ status }) => status === "active")
          .map(({ id: personId, name }) => ({ id: personId, name }))}
        ownerId={versions[0]?.ownerId ?? null}
        evidence={evidenceWords(draft.evidence)}
        today={ctx.today}
      />
    </div>
  );
}

/** What a draft that was made out of outcomes stands on, in words. */
function evidenceWords(evidence: unknown): string | null {
  const kind = evidence && typeof evidence === "object" && "kind" in evidence ? evidence.kind : null;
  if (kind === "losses")
    return "Its weights come from what the last losses had in common 90 days before; Validation shows the pattern.";
  if (kind === "weights")
    return "Its weights are those that past outcomes speak for, by a regression that was tested out of time; Validation shows it.";
  return null;
}
