import { basename } from "node:path";
import { AppError } from "@/lib/errors";
import { Mapping, sourcesOf } from "@/lib/ingest/mapping";

const THROUGH = ["contracts", "invoices", "tickets", "contacts"] as const;

/** What a flag says of a column of theirs: the key of another file of this import, or of rows that are here already. */
type Join = { flag: string; column: string } & (
  | { file: string; key: string; account: string }
  | { through: (typeof THROUGH)[number] }
);

interface Uploaded {
  id: number;
  fileName: string;
  headers: readonly string[];
}

/** Reads --link COLUMN=FILE,KEY,ACCOUNT and --through COLUMN=TABLE. Throws an AppError that names the flag at fault. */
export function parseJoins(links: readonly string[], throughs: readonly string[]): Join[] {
  return [
    ...links.map((text) => {
      const flag = `--link ${JSON.stringify(text)}`;
      const { column, said } = halves(text);
      const [file, key, account, ...more] = said.split(",").map((part) => part.trim());
      if (!column || !file || !key || !account || more.length > 0)
        throw new AppError("invalid", `${flag}: write --link COLUMN=FILE,KEY,ACCOUNT. ${LINK_HELP}`);
      return { flag, column, file, key, account };
    }),
    ...throughs.map((text) => {
      const flag = `--through ${JSON.stringify(text)}`;
      const { column, said } = halves(text);
      const through = THROUGH.find((table) => table === said);
      if (!column || !through)
        throw new AppError("invalid", `${flag}: write --through COLUMN=TABLE with one of ${THROUGH.join(", ")}.`);
      return { flag, column, through };
    }),
  ];
}

export const LINK_HELP =
  "COLUMN holds a key of FILE, another file of this import; there the key stands in column KEY, and whose it is in ACCOUNT.";

function halves(text: string): { column: string; said: string } {
  const at = text.indexOf("=");
  return { column: text.slice(0, Math.max(0, at)).trim(), said: text.slice(at + 1).trim() };
}

/** The join that a file's account goes through; null where no flag names a column of it. */
export function joinOf(joins: readonly Join[], { fileName, headers }: Uploaded): Join | null {
  const fits = (join: Join) => headers.includes(join.column) && !("file" in join && basename(join.file) === fileName);
  return joins.find(fits) ?? null;
}

/** The mapping with the account found through the join. Throws an AppError that names the flag at fault. */
export function joined(mapping: Mapping, join: Join, files: readonly Uploaded[]): Mapping {
  const { column, flag } = join;
  const others = Object.fromEntries([...sourcesOf(mapping)].filter(([, { from }]) => from !== column));
  if ("through" in join) {
    const columns = { ...others, account_id: { from: column, through: join.through } };
    return Mapping.parse({ ...mapping, columns, accountBy: "external_id" });
  }
  const file = files.find(({ fileName }) => fileName === basename(join.file));
  if (!file)
    throw new AppError("invalid", `${flag}: ${join.file} is no file of this import. Name it beside the others.`);
  for (const name of [join.key, join.account]) {
    if (!file.headers.includes(name))
      throw new AppError(
        "invalid",
        `${flag}: ${join.file} has no column "${name}". It has ${file.headers.join(", ")}.`,
      );
  }
  const link = `file-${file.id}`;
  const links = { ...mapping.links, [link]: { importId: file.id, key: join.key, account: join.account } };
  return Mapping.parse({ ...mapping, links, columns: { ...others, account_id: { from: column, link } } });
}

/** A join whose column no file has is a slip of the pen. */
export function checkJoins(joins: readonly Join[], files: readonly Uploaded[]): void {
  for (const join of joins) {
    if (!files.some((file) => joinOf([join], file)))
      throw new AppError("invalid", `${join.flag}: no file has a column "${join.column}" to look up.`);
  }
}
