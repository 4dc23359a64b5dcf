import { paths } from "@/lib/paths";
import { questionsOpen } from "./file-questions";
import { ImportContinue } from "./import-continue";
import { ImportFileTabs } from "./import-file-tabs";
import { ImportProblems } from "./import-problems";
import { ImportProgress } from "./import-progress";
import { ImportRecheck } from "./import-recheck";
import type { SessionFile, SessionView } from "./import-session";
import { ImportValuesForm } from "./import-values-form";

/** Step 3: what only a person can say of the values, and the rows that a check refused. */
export function ImportStepValues({ session, file }: { session: SessionView; file: SessionFile }) {
  const { files, targets, request } = session;
  const target = targets.find(({ table }) => table === file.table);
  const tabs = files.map((one) => ({ ...one, open: openText(one) }));
  const isChecked = files.every(({ preview }) => preview !== null);
  if (!target) return null;
  return (
    <>
      <ImportFileTabs sessionId={session.id} step="values" files={tabs} current={file.id} />
      <div className="flex flex-col gap-4">
        <ImportValuesForm
          key={file.id}
          file={file}
          target={target}
          waiting={file.preview?.waitingKeys ?? []}
          confirmed={file.preview?.confirmedKeys ?? []}
        />
        {request === "preview" && <ImportProgress progress={session.progress} resumed={session.resumed} />}
        {file.error && (
          <p role="alert" className="font-medium">
            {file.fileName}: {file.error}
          </p>
        )}
        {file.preview ? (
          <ImportProblems
            fileName={file.fileName}
            counts={file.preview.counts}
            faults={file.preview.faults}
            waiting={file.preview.waitingKeys}
            errorFile={null}
          />
        ) : (
          request === null && <ImportRecheck sessionId={session.id} label="Check the rows now; nothing is written" />
        )}
      </div>
      <ImportContinue
        sessionId={session.id}
        back="map"
        next="preview"
        label="Preview the changes"
        checks={request === null && !isChecked}
        blocked={files
          .filter((one) => questionsOpen(one) > 0)
          .map((one) => ({
            text: `${one.fileName}: answer ${questionsText(questionsOpen(one))}`,
            href: paths.importSession(session.id, { step: "values", file: one.id }),
          }))}
      />
    </>
  );
}

function openText(file: SessionFile): string | null {
  const open = questionsOpen(file);
  if (open > 0) return questionsText(open);
  const rejected = file.preview?.counts.rejected ?? 0;
  return rejected > 0 ? `${rejected.toLocaleString("en-US")} refused` : null;
}

const questionsText = (count: number) => (count === 1 ? "1 question" : `${count} questions`);
