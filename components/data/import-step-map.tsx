import { paths } from "@/lib/paths";
import { mapOpen, mappingOf, questionsOpen } from "./file-questions";
import { ImportContinue } from "./import-continue";
import { ImportFileTabs } from "./import-file-tabs";
import { ImportMapForm } from "./import-map-form";
import type { SessionFile, SessionView } from "./import-session";

/** Step 2: where each column of each file goes. */
export function ImportStepMap({ session, file }: { session: SessionView; file: SessionFile }) {
  const { files, targets } = session;
  const targetOf = (table: string) => targets.find((one) => one.table === table) ?? null;
  const open = files.map((one) => ({ ...one, open: mapOpen(one, targetOf(one.table)) }));
  const suggested = files
    .filter(({ mapping, table }) => mapping === null && table !== "")
    .map((one) => ({ importId: one.id, table: one.table, mapping: mappingOf(one) }));
  return (
    <>
      <ImportFileTabs sessionId={session.id} step="map" files={open} current={file.id} />
      <ImportMapForm
        key={`${file.id}:${file.table}`}
        file={file}
        target={targetOf(file.table)}
        others={files.filter(({ id }) => id !== file.id)}
      />
      <ImportContinue
        sessionId={session.id}
        back="upload"
        next="values"
        label="Review the values"
        suggested={suggested}
        checks={files.every((one) => questionsOpen(one) === 0)}
        blocked={open
          .filter((one) => one.open !== null)
          .map((one) => ({
            text: `${one.fileName}: ${one.open}`,
            href: paths.importSession(session.id, { step: "map", file: one.id }),
          }))}
      />
    </>
  );
}
