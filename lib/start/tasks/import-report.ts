import type { ImportedFile, ImportSession } from "@/db/queries/get-import-session";
import type { ImportFault } from "@/db/queries/list-import-faults";
import { interruptionText } from "@/lib/core/interruption-text";

/** Tells what became, or would become, of a file's records. */
export function reportFile(file: ImportedFile, isDryRun: boolean, faults: readonly ImportFault[]): void {
  if (file.error) {
    console.error(`${file.fileName}: ${file.error}`);
    return;
  }
  const preview = isDryRun ? file.preview : null;
  const counts = preview?.counts ?? { ...file.facts, ...file.counts };
  const accepted = preview ? preview.counts.created + preview.counts.updated : file.counts.accepted;
  const facts = preview ?? file.facts;
  console.log(
    `${isDryRun ? "Would import" : "Imported"} ${file.table} from ${file.fileName}: ${counts.records} records.`,
  );
  const parts = [`${accepted} accepted`, `${counts.unchanged} unchanged`, `${counts.rejected} rejected`];
  if (counts.waiting) parts.push(`${counts.waiting} waiting for their account`);
  if (counts.leftOut) parts.push(`${counts.leftOut} left out by the mapping`);
  if (counts.notRead) parts.push(`${counts.notRead} not read`);
  console.log(
    `${parts.join(", ")}.${file.sameAs ? ` The same file was imported on ${file.sameAs.appliedAt.slice(0, 10)}.` : ""}`,
  );
  if (file.status === "imported")
    console.log(`This is import ${file.id}. To undo it: npm run import -- --undo ${file.id}`);
  for (const { field, reason, count, examples } of preview?.faults ?? [])
    console.error(`${count} × ${field}: ${reason} (line ${examples.map(({ line }) => line).join(", ")})`);
  for (const { text } of preview?.quality ?? []) console.log(`${text}.`);
  for (const { line, field, reason } of faults) console.error(`line ${line}${field ? `, ${field}` : ""}: ${reason}`);
  if (file.counts.rejected > faults.length && faults.length > 0)
    console.error(`… and ${file.counts.rejected - faults.length} more; --errors OUT.csv writes them all.`);
  if (facts?.waitingKeys.length)
    console.log(
      `Waiting for ${facts.waitingKeys
        .map(({ key, rows }) => `${key} (${rows})`)
        .slice(0, 10)
        .join(", ")}.`,
    );
  if (file.facts?.filled) console.log(`${file.facts.filled} quiet days count as zero use, as the mapping says.`);
  if (facts?.ignoredColumns.length) console.log(`Columns not imported: ${facts.ignoredColumns.join(", ")}.`);
  for (const note of facts?.notes ?? []) console.log(`${note}.`);
}

/** Tells what the session did to the scores. */
export function reportSession({ effect, result, error, resumed, files }: ImportSession, isDryRun: boolean): void {
  if (error) console.error(error);
  if (resumed > 0) console.log(isDryRun ? "The check was interrupted and begun again." : interruptionText(files));
  if (isDryRun && effect) {
    const told = effect.why ?? `${effect.changeBand ?? 0} accounts change band`;
    console.log(`${effect.accounts} accounts affected; ${told}.`);
  }
  if (!result) return;
  if (result.adoptedModel) console.log("There was no model: the default one scores from here on.");
  console.log(`Scored ${result.accountsScored} accounts; ${result.daysReplayed} earlier days replayed.`);
  if (result.accountsScored === 0)
    console.log("No account has a contract in force: import contracts, and scores follow.");
}
