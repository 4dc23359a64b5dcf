import { AppError } from "@/lib/errors";
import { foldKey } from "./account-key";
import type { CsvRecord } from "./read-records";

/** Whose each key is, by a file that has both: its column of keys and its column of accounts. A key that stands beside
 * several accounts is nobody's. */
export async function linkOf(
  records: AsyncIterable<CsvRecord>,
  columns: { key: string; account: string },
): Promise<ReadonlyMap<string, string>> {
  const accounts = new Map<string, string | null>();
  let isFirst = true;
  for await (const { cells } of records) {
    if (isFirst) {
      const missing = [columns.key, columns.account].find((name) => cells[name] === undefined);
      if (missing !== undefined) throw new AppError("invalid", `The link table has no column "${missing}".`);
    }
    isFirst = false;
    const key = foldKey(cells[columns.key] ?? "");
    const account = cells[columns.account]?.trim() ?? "";
    if (key === "" || account === "") continue;
    const before = accounts.get(key);
    accounts.set(
      key,
      before === undefined || (before !== null && foldKey(before) === foldKey(account)) ? account : null,
    );
  }
  return new Map([...accounts].filter((entry): entry is [string, string] => entry[1] !== null));
}
