import { ImportContinue } from "./import-continue";
import { ImportDropZone } from "./import-drop-zone";
import { ImportFileCard } from "./import-file-card";
import type { SessionView } from "./import-session";
import { ImportTemplates } from "./import-templates";
import { ImportUploadList } from "./import-upload-list";

/** Step 1: files come in; what each was found to be is shown at once. */
export function ImportStepUpload({ session }: { session: SessionView | null }) {
  const files = session?.files ?? [];
  const mayAdd = session === null || (session.request === null && files.every(({ status }) => status === "uploaded"));
  return (
    <div className="flex flex-col gap-4">
      {mayAdd && <ImportDropZone sessionId={session?.id ?? null} />}
      <ImportUploadList />
      {files.length > 0 && (
        <ul aria-label="Uploaded files" className="flex flex-col gap-3">
          {files.map((file) => (
            <li key={file.id}>
              <ImportFileCard file={file} mayRemove={file.status === "uploaded" && mayAdd} isOpen={files.length <= 2} />
            </li>
          ))}
        </ul>
      )}
      <ImportTemplates />
      {session && files.length > 0 && (
        <ImportContinue
          sessionId={session.id}
          back={null}
          next="map"
          label="Map the columns"
          blocked={files
            .filter(({ profile }) => profile.fault !== null)
            .map(({ id, fileName }) => ({ text: `${fileName}: say how it is written`, href: `#file-${id}` }))}
        />
      )}
    </div>
  );
}
