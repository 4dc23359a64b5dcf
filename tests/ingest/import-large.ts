import { getImportSession } from "@/db/queries/get-import-session";
import { mapImport } from "@/lib/commands/map-import";
import { requestImport } from "@/lib/commands/request-import";
import { startImport } from "@/lib/commands/start-import";
import { uploadImportFile } from "@/lib/commands/upload-import-file";
import { Mapping } from "@/lib/ingest/mapping";
import { importSession } from "@/lib/jobs/import-session";
import { systemContext } from "@/lib/server/context";

/** Run in a process of its own: brings a made-up file of so many megabytes the whole way in, from upload to ledger, and
 * prints what it took. One row in a thousand cannot be read, one in a thousand is there twice; of "bad" rows, short and
 * many, one in a hundred can be read. */
const [megabytes, isBad] = [Number(process.argv[2]), process.argv[3] === "bad"];
const HEADERS = ["account_id", "id", "at", "kind", "two_way", "summary"];
const SUMMARY = "They asked when the export will be ready, and we said that it is on its way. ".repeat(2);

function row(n: number): string {
  if (isBad) return `a${n % 997},t${n},${n % 100 === 3 ? "2026-03-01" : `day ${n}`},call,yes,\n`;
  const day = `2026-${String(1 + (n % 9)).padStart(2, "0")}-${String(1 + (n % 28)).padStart(2, "0")}`;
  const id = n % 1000 === 7 ? n - 1 : n;
  const kind = id === n ? "call" : "email";
  return `a${n % 997},t${id},${n % 1000 === 3 ? "soon" : day},${kind},yes,"${SUMMARY}${n % 89}"\n`;
}

async function* bytes() {
  yield Buffer.from(`${HEADERS.join(",")}\n`);
  for (let sent = 0, n = 0; sent < megabytes * 1024 * 1024; n += 2000) {
    const chunk = Buffer.from(Array.from({ length: 2000 }, (_, i) => row(n + i)).join(""));
    sent += chunk.length;
    yield chunk;
  }
}

const took: Record<string, number> = {};
async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const before = performance.now();
  const result = await work();
  took[what] = Math.round(performance.now() - before);
  return result;
}

async function main() {
  const ctx = await systemContext("test");
  const { sessionId } = await startImport(ctx);
  const { importId } = await timed("upload", () =>
    uploadImportFile(ctx, { sessionId, name: "touchpoints.csv", length: null, bytes: bytes() }),
  );
  const columns = Object.fromEntries(HEADERS.map((name) => [name, name]));
  await mapImport(ctx, { importId, table: "touchpoints", mapping: Mapping.parse({ columns }) });
  for (const what of ["preview", "apply"] as const) {
    await requestImport(ctx, { sessionId, what, intoDemo: false });
    await timed(what, () => importSession(sessionId, { isScored: false }));
  }
  const { files, error } = await getImportSession(ctx, sessionId);
  const [file] = files;
  const said = {
    id: importId,
    error: error ?? file?.error ?? null,
    counts: file?.counts,
    preview: file?.preview?.counts,
  };
  process.stdout.write(JSON.stringify({ ...said, took, peak: Math.round(process.resourceUsage().maxRSS / 1024) }));
  process.exit(0);
}

main();
