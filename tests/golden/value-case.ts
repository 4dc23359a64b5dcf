import type { Formats } from "@/lib/ingest/mapping";
import type { GoldenCase } from "./golden-case";
import type { Frame } from "./value-frames";

/** A file of one column's values, a record each, and what each becomes; a text that begins with "!" is the reason why the
 * record is rejected, after the value in quotes. */
export function valueCase(
  name: string,
  frame: Frame,
  formats: Formats | undefined,
  values: ReadonlyArray<readonly [written: string, becomes: string]>,
): GoldenCase {
  const keyed = values.map(([written, becomes], index) => ({
    written,
    becomes,
    line: index + 2,
    key: `k${String(index).padStart(2, "0")}`,
  }));
  const records = keyed.map(({ key, written }) => frame.record(key, `"${written.replaceAll('"', '""')}"`));
  const taken = keyed.filter(({ becomes }) => !becomes.startsWith("!"));
  return {
    name,
    table: frame.table,
    file: [frame.header, ...records, ""].join("\n"),
    ...(formats ? { formats } : {}),
    expected: {
      accepted: taken.length,
      rejected: keyed
        .filter(({ becomes }) => becomes.startsWith("!"))
        .map(({ line, written, becomes }) => [line, frame.column, reasonOf(written, becomes.slice(1))]),
      rows: taken.map(({ key, becomes }) => frame.row(key, becomes)),
    },
  };
}

function reasonOf(written: string, reason: string): string {
  return reason.startsWith("=") ? reason.slice(1) : `"${written.trim()}" ${reason}`;
}
