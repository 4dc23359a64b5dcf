import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { SessionView } from "@/components/data/import-session";
import { furthestStep, openStep } from "@/components/data/import-step";
import { ImportStepHeading } from "@/components/data/import-step-heading";
import { ImportStepMap } from "@/components/data/import-step-map";
import { ImportStepPreview } from "@/components/data/import-step-preview";
import { ImportStepResult } from "@/components/data/import-step-result";
import { ImportStepUpload } from "@/components/data/import-step-upload";
import { ImportStepValues } from "@/components/data/import-step-values";
import { ImportSteps } from "@/components/data/import-steps";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { getImportSession } from "@/db/queries/get-import-session";
import { listImportTargets } from "@/db/queries/list-import-targets";
import { mayEver } from "@/lib/core/access";
import { viewerContext } from "@/lib/server/viewer-context";
import { loadImportParams } from "./search-params";

export const metadata: Metadata = { title: "Import" };

/** The import wizard: /data/import/new, and an import that has begun by its number. */
export default async function ImportPage({ params, searchParams }: PageProps<"/data/import/[session]">) {
  const ctx = await viewerContext();
  const [{ session: asked }, query] = await Promise.all([params, loadImportParams(searchParams)]);
  if (!mayEver(ctx.actor.roles, "import:run")) return <NotYours />;
  if (asked === "new") {
    return (
      <>
        <PageHeader title="Import" />
        <ImportSteps sessionId={null} step="upload" furthest="upload" />
        <ImportStepHeading step="upload" />
        <ImportStepUpload session={null} />
      </>
    );
  }
  if (!/^\d{1,9}$/.test(asked)) notFound();
  const [found, targets] = await Promise.all([getImportSession(ctx, Number(asked)), listImportTargets(ctx)]);
  const files = found.files.flatMap((file) => {
    const { profile, facts, counts } = file;
    if (!profile) return [];
    const { records = 0, created = 0, updated = 0, rows = 0, filled = 0 } = facts ?? {};
    return [{ ...file, profile, counts: { ...counts, records, created, updated, rows, filled } }];
  });
  const session: SessionView = { ...found, files, targets };
  // What is written already is past mapping.
  const pending = files.filter(({ status }) => status === "uploaded" || status === "failed");
  const open = { ...session, files: pending };
  const furthest = furthestStep(session);
  const isOver = files.length > 0 && pending.length === 0;
  const step = isOver ? "import" : openStep(query.step, furthest);
  const file = pending.find(({ id }) => id === query.file) ?? pending[0];
  return (
    <>
      <PageHeader title="Import" />
      <ImportSteps sessionId={isOver ? null : session.id} step={step} furthest={furthest} />
      <ImportStepHeading step={step} />
      {step === "upload" && <ImportStepUpload session={session} />}
      {step === "map" && file && <ImportStepMap session={open} file={file} />}
      {step === "values" && file && <ImportStepValues session={open} file={file} />}
      {step === "preview" && <ImportStepPreview session={open} />}
      {step === "import" && <ImportStepResult session={session} />}
    </>
  );
}

function NotYours() {
  return (
    <Card title="Files are imported by administrators" className="max-w-prose">
      <p className="text-muted-foreground">
        Your role does not include importing. Ask an administrator, or hand them the file.
      </p>
    </Card>
  );
}
