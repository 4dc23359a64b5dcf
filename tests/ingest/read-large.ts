import { profileColumns } from "@/lib/ingest/column-profile";
import { detectDialect } from "@/lib/ingest/dialect";
import type { FileSource } from "@/lib/ingest/file-source";
import { parseCell } from "@/lib/ingest/parse-cell";
import { readRecords, recordShape } from "@/lib/ingest/read-records";

/** Run in a process of its own: reads a made-up file of so many megabytes to its end and prints what it took. */
const megabytes = Number(process.argv[2]);
const lines = (from: number) =>
  Array.from(
    { length: 4000 },
    (_, n) => `account-${(from + n) % 9973},"feature ${from + n}, part",2026-01-02,"1.234,5${n % 10}"\n`,
  ).join("");

async function* open() {
  yield Buffer.from("account_id,key,day,value\n");
  for (let bytes = 0, from = 0; bytes < megabytes * 1024 * 1024; from += 4000) {
    const chunk = Buffer.from(lines(from));
    bytes += chunk.length;
    yield chunk;
  }
}

const source: FileSource = { name: "large.csv", open };
const before = process.memoryUsage().rss;
let peak = before;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 20);
const dialect = await detectDialect(source);
const [, , , value] = await profileColumns(readRecords(source, dialect));
const read = recordShape();
let sum = 0;
for await (const { cells } of readRecords(source, dialect, read)) {
  const cell = parseCell({ name: "value", type: "number" }, cells.value ?? "", { decimal: "," });
  if (cell.kind === "value") sum += Number(cell.text);
}
clearInterval(watch);
peak = Math.max(peak, process.memoryUsage().rss);
const grown = Math.round((peak - before) / 1024 / 1024);
process.stdout.write(
  JSON.stringify({ records: read.records, decimal: value?.decimal, mean: sum / read.records, grown }),
);
