import { ExportMenu } from "@/components/shell/export-menu";
import { ButtonLink, buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { RecordCounts, ScoringResult } from "@/lib/core/import-ledger";
import { interruptionText } from "@/lib/core/interruption-text";
import { countText, dayText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { ImportCounts } from "./import-counts";
import { ImportUndo } from "./import-undo";
import type { ImportedFile } from "./imported-file";

export interface Facts {
  interrupted?: "kept" | "again";
  notes: string[];
  notReadWhy: string | null;
  left: Array<{ table: string; rows: number; why: string }>;
}

export interface ResultFile extends ImportedFile {
  counts: RecordCounts;
  facts: Facts | null;
  undoUntil: string | null;
  undoneAt: string | null;
}

/** What became of every record of every file, what scoring did, and the way back. */
export function ImportResult({
  sessionId,
  files,
  result,
  sessionError,
  resumed,
}: {
  sessionId: number;
  files: readonly ResultFile[];
  result: ScoringResult | null;
  sessionError: string | null;
  resumed: number;
}) {
  const imported = files.filter(({ status }) => status === "imported");
  const accepted = sum(imported, ({ created, updated }) => created + updated);
  const rejected = sum(imported, (counts) => counts.rejected);
  const waiting = sum(imported, (counts) => counts.waiting);
  return (
    <div className="flex flex-col gap-4">
      <Card>
        <p role="status" className="font-semibold">
          {rows(accepted)} {accepted === 1 ? "is" : "are"} in
          {rejected > 0 && `, ${countText(rejected)} refused`}
          {waiting > 0 && `, ${countText(waiting)} waiting for their account`}.
        </p>
        {resumed > 0 && <p className="mt-1 text-muted-foreground">{interruptionText(files)}</p>}
        {sessionError && (
          <p role="alert" className="mt-2 font-medium">
            {sessionError}
          </p>
        )}
        {result && <p className="mt-1 text-muted-foreground">{scoringText(result)}</p>}
        <div className="mt-3 flex flex-wrap gap-2">
          <ButtonLink variant="primary" href={paths.triage()}>
            Open triage
          </ButtonLink>
          <ButtonLink href={paths.portfolio({ owner: "all" })}>Open portfolio</ButtonLink>
          <ButtonLink href={paths.newImport()}>Import more files</ButtonLink>
        </div>
      </Card>
      <Card title="Every record of every file" aside={<ExportMenu list="import-ledger" of={{ session: sessionId }} />}>
        <ImportCounts
          files={imported.map(({ id, fileName, table, counts }) => ({ id, fileName, table, counts }))}
          label="What became of every record"
        />
        <p className="mt-2 text-muted-foreground text-xs">
          The kinds add up to the records of the file. Importing the same file again changes nothing.
        </p>
      </Card>
      <ul className="grid gap-4 xl:grid-cols-2">
        {files.map((file) => (
          <li key={file.id}>
            <FileEnd file={file} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function FileEnd({ file }: { file: ResultFile }) {
  const { id, fileName, status, counts, facts, error, undoUntil, undoneAt } = file;
  const until = undoUntil ? dayText(undoUntil.slice(0, 10)) : null;
  return (
    <Card
      dense
      title={fileName}
      aside={
        <div className="flex flex-wrap gap-2">
          {counts.rejected + counts.notRead > 0 && status === "imported" && (
            <a href={paths.importErrors(id)} download className={buttonClass({ size: "sm" })}>
              Error file ({countText(counts.rejected + counts.notRead)})
            </a>
          )}
          {counts.rejected > 0 && status === "imported" && (
            <a
              href={paths.exported("import-faults", { import: id, format: "csv" })}
              className={buttonClass({ size: "sm" })}
            >
              Reasons, line by line
            </a>
          )}
          {status === "imported" && until && <ImportUndo importId={id} fileName={fileName} until={until} />}
        </div>
      }
    >
      {status === "failed" && <p className="font-medium">Nothing of it was written: {error}</p>}
      {status === "undone" && (
        <p>Undone{undoneAt ? ` on ${dayText(undoneAt.slice(0, 10))}` : ""}: what was before it stands again.</p>
      )}
      {status === "imported" && until && <p className="text-muted-foreground">Can be undone until {until}.</p>}
      <ul className="list-inside list-disc text-muted-foreground">
        {facts?.notReadWhy && <li>{facts.notReadWhy}</li>}
        {facts?.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {facts?.left.map(({ table, rows: count, why }) => (
          <li key={`${table}:${why}`}>
            {rows(count)} of {table} {count === 1 ? "stays" : "stay"}: {why}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function scoringText({ adoptedModel, daysReplayed, replayedFrom, accountsScored }: ScoringResult): string {
  const scored = `${countText(accountsScored)} ${accountsScored === 1 ? "account was" : "accounts were"} scored`;
  const replayed = replayedFrom
    ? `; history was replayed from ${dayText(replayedFrom)} on (${countText(daysReplayed)} days)`
    : "";
  const why = accountsScored === 0 ? " No account has a contract in force: import contracts, and scores follow." : "";
  return `${scored}${replayed}.${why}${adoptedModel ? " The first model was adopted." : ""}`;
}

function sum(files: readonly ResultFile[], count: (counts: RecordCounts) => number): number {
  return files.reduce((total, { counts }) => total + count(counts), 0);
}

const rows = (count: number) => `${countText(count)} ${count === 1 ? "row" : "rows"}`;
