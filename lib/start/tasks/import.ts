import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { closeDatabase } from "@/db/client";
import { getHistorySpan } from "@/db/queries/get-history-span";
import { adoptDefaultModel } from "@/lib/commands/adopt-default-model";
import { computeRun } from "@/lib/commands/compute-run";
import { type ImportLedger, importFile } from "@/lib/commands/import-file";
import { replayHistory } from "@/lib/commands/replay-history";
import { AppError } from "@/lib/errors";
import { parseMapping } from "@/lib/ingest/mapping";
import { systemContext } from "@/lib/server/context";

const USAGE =
  "npm run import -- --table TABLE FILE [--map MAP.json] [--dry-run] [--errors OUT.csv] [--into-demo] [--no-score]";
const SHOWN = 50;

const { values, positionals } = parseArgs({
  options: {
    table: { type: "string" },
    map: { type: "string" },
    errors: { type: "string" },
    "dry-run": { type: "boolean", default: false },
    "into-demo": { type: "boolean", default: false },
    "no-score": { type: "boolean", default: false },
  },
  allowPositionals: true,
});

async function main() {
  const [path] = positionals;
  if (!values.table || !path) throw new AppError("invalid", USAGE);
  const mapping = values.map ? parseMapping(await readFile(values.map, "utf8")) : null;
  const ctx = await systemContext("import");
  const isDryRun = values["dry-run"];
  const ledger = await importFile(ctx, { table: values.table, path, mapping, isDryRun, intoDemo: values["into-demo"] });
  await report(ledger, isDryRun);
  if (ledger.rejections.length > 0) process.exitCode = 1;
  if (isDryRun || values["no-score"] || ledger.accepted === 0) return;
  await rescoreAll();
}

/** History is closed and replayed, and today's run published, with the default model where there is none. */
async function rescoreAll() {
  const ctx = await systemContext("import");
  if (await adoptDefaultModel(ctx)) console.log("There was no model: the default one scores from here on.");
  const { from } = await getHistorySpan(ctx, ctx.today);
  const days = await replayHistory(ctx, { from, to: ctx.today });
  const { accounts } = await computeRun(ctx, { note: `import of ${values.table}` });
  console.log(`Scored ${accounts} accounts as of ${ctx.today}; ${days} earlier days replayed from ${from}.`);
}

async function report(ledger: ImportLedger, isDryRun: boolean) {
  const { rejections } = ledger;
  for (const { line, column, reason } of rejections.slice(0, SHOWN)) {
    console.error(`line ${line}${column ? `, ${column}` : ""}: ${reason}`);
  }
  if (rejections.length > SHOWN)
    console.error(`… and ${rejections.length - SHOWN} more; --errors OUT.csv writes them all.`);
  if (values.errors) {
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const lines = rejections.map(({ line, column, reason }) => `${line},${cell(column)},${cell(reason)}`);
    await writeFile(values.errors, `_row,_field,_error\n${lines.join("\n")}\n`);
  }
  const grouped = ledger.rows === ledger.records - ledger.leftOut ? "" : `, gathered to ${ledger.rows} rows`;
  const leftOut = ledger.leftOut > 0 ? `, ${ledger.leftOut} left out by the mapping` : "";
  console.log(
    `${isDryRun ? "Would import" : "Imported"} ${values.table}: ${ledger.records} records${leftOut}${grouped}.`,
  );
  console.log(`${ledger.accepted} accepted, ${ledger.unchanged} unchanged, ${rejections.length} rejected.`);
  if (ledger.filled > 0) console.log(`${ledger.filled} quiet days count as zero use, as the mapping says.`);
  if (ledger.ignoredColumns.length > 0) console.log(`Columns not imported: ${ledger.ignoredColumns.join(", ")}.`);
  for (const note of ledger.notes ?? []) console.log(`${note}.`);
}

main()
  .catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  })
  .finally(closeDatabase);
