import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { countText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { mappingOf } from "./file-questions";
import { ImportChanges } from "./import-changes";
import { ImportCounts } from "./import-counts";
import { ImportEffect } from "./import-effect";
import { ImportProgress } from "./import-progress";
import { ImportQuality } from "./import-quality";
import { ImportRecheck } from "./import-recheck";
import type { Preview, SessionFile, SessionView } from "./import-session";
import { ImportStart } from "./import-start";

type Checked = SessionFile & { preview: Preview };

/** Step 4: what would become of every record, field by field, and what it would do to the scores. */
export function ImportStepPreview({ session }: { session: SessionView }) {
  const { files, effect, request } = session;
  const checked = files.filter((file): file is Checked => file.preview !== null);
  if (request === "preview") return <ImportProgress progress={session.progress} resumed={session.resumed} />;
  if (checked.length < files.length) {
    return (
      <Card title="The rows have not been checked as they are mapped now">
        {[session.error, ...files.map(({ fileName, error }) => error && `${fileName}: ${error}`)]
          .filter((text) => text !== null)
          .map((text) => (
            <p key={text} role="alert" className="mb-3 font-medium">
              {text}
            </p>
          ))}
        <ImportRecheck sessionId={session.id} label="Check the rows; nothing is written" />
      </Card>
    );
  }
  const total = (kind: "created" | "updated" | "rejected" | "waiting") =>
    checked.reduce((sum, { preview }) => sum + preview.counts[kind], 0);
  const goIn = total("created") + total("updated");
  const findings = checked.filter(({ preview }) => (preview.quality ?? []).length > 0);
  const refused = checked.find(({ preview }) => preview.counts.rejected > 0);
  return (
    <>
      <div className="flex flex-col gap-4">
        <Card>
          <p className="mb-3 font-semibold">
            {rows(goIn)} {goIn === 1 ? "goes" : "go"} in
            {total("waiting") > 0 && `, ${countText(total("waiting"))} wait for their account`}
            {refused && (
              <>
                , {countText(total("rejected"))} {total("rejected") === 1 ? "is" : "are"} refused:{" "}
                <Link
                  href={`${paths.importSession(session.id, { step: "values", file: refused.id })}#problems`}
                  className="text-primary underline"
                >
                  see why
                </Link>
              </>
            )}
            .
          </p>
          <ImportCounts
            files={checked.map(({ id, fileName, table, preview }) => ({ id, fileName, table, counts: preview.counts }))}
            label="What will become of every record"
          />
        </Card>
        {effect && <ImportEffect effect={effect} />}
        {findings.length > 0 && (
          <Card title="Worth a look before it is written">
            <div className="flex flex-col gap-4">
              {findings.map((file) => (
                <ImportQuality
                  key={file.id}
                  file={file}
                  mapping={mappingOf(file)}
                  findings={file.preview.quality ?? []}
                />
              ))}
            </div>
          </Card>
        )}
        <Card title="What changes">
          <div className="flex flex-col gap-3">
            {goIn === 0 && <p>Nothing: every row is as it stands already, or is refused or waits.</p>}
            {checked.map(({ id, fileName, preview }) => (
              <ImportChanges
                key={id}
                fileName={fileName}
                changes={preview.changes}
                of={preview.counts.created + preview.counts.updated}
              />
            ))}
          </div>
          <ul className="mt-3 list-inside list-disc text-muted-foreground text-xs">
            {checked.flatMap(({ id, fileName, preview }) =>
              [...preview.notes, ...ignoredText(preview.ignoredColumns)].map((note) => (
                <li key={`${id}:${note}`}>
                  {fileName}: {note}
                </li>
              )),
            )}
          </ul>
        </Card>
      </div>
      <ImportStart
        sessionId={session.id}
        isDemo={session.isDemo}
        label={goIn === 0 ? "Import (changes nothing)" : `Import ${rows(goIn)}`}
      />
    </>
  );
}

function ignoredText(columns: readonly string[]): string[] {
  if (columns.length === 0) return [];
  return [`not imported: ${columns.join(", ")}`];
}

const rows = (count: number) => `${countText(count)} ${count === 1 ? "row" : "rows"}`;
