import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { paths } from "@/lib/paths";
import { ImportProgress } from "./import-progress";
import { ImportResult } from "./import-result";
import type { SessionView } from "./import-session";

/** Step 5: how far the import is, and then what became of every row. */
export function ImportStepResult({ session }: { session: SessionView }) {
  const { request, files, result, error, progress, resumed } = session;
  const isOver = request === null || request === "score";
  return (
    <div className="flex flex-col gap-4">
      {request !== null && <ImportProgress progress={progress} resumed={resumed} />}
      {isOver && (
        <ImportResult sessionId={session.id} files={files} result={result} sessionError={error} resumed={resumed} />
      )}
      {request === null && files.some(({ status }) => status === "failed" || status === "uploaded") && (
        <Card title="Some files are not imported">
          <p className="mb-3">Correct their mapping or values and import them again; the others are in.</p>
          <ButtonLink href={paths.importSession(session.id, { step: "map" })}>Back to the mapping</ButtonLink>
        </Card>
      )}
    </div>
  );
}
