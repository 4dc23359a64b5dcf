import { unzipEntry, zipEntries } from "./zip-entries";

/** Excel's own formats 0% and 0.00%. */
const BUILT_IN = [9, 10];

/** The places (such as "B3") of the cells that a workbook shows as percent, by sheet in the workbook's order: their values
 * are fractions, 0.66 where people see 66%. */
export function percentCells(bytes: Buffer): Array<ReadonlySet<string>> {
  const entries = zipEntries(bytes);
  const textOf = (path: string) => {
    const entry = entries.get(path);
    return entry ? unzipEntry(bytes, entry).toString("utf8") : "";
  };
  const styles = percentStyles(textOf("xl/styles.xml"));
  if (styles.size === 0) return [];
  const targets = new Map(
    tags(textOf("xl/_rels/workbook.xml.rels"), "Relationship").map((tag) => [attribute(tag, "Id"), targetOf(tag)]),
  );
  return tags(textOf("xl/workbook.xml"), "sheet").map((tag) => {
    const path = targets.get(attribute(tag, "[\\w]+:id"));
    return path ? cellsOf(textOf(path), styles) : new Set();
  });
}

/** The numbers of cell styles whose number format shows percent. */
function percentStyles(xml: string): ReadonlySet<string> {
  const formats = new Set(BUILT_IN.map(String));
  for (const tag of tags(xml, "numFmt")) {
    // A quoted or escaped percent sign is only text beside the number.
    const code = (attribute(tag, "formatCode") ?? "").replace(/&quot;.*?&quot;|\\.|_./g, "");
    const id = attribute(tag, "numFmtId");
    if (code.includes("%") && id) formats.add(id);
  }
  const cells = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? "";
  const found = tags(cells, "xf").flatMap((tag, n) =>
    formats.has(attribute(tag, "numFmtId") ?? "") ? [String(n)] : [],
  );
  return new Set(found);
}

function cellsOf(xml: string, styles: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const tag of tags(xml, "c")) {
    const place = attribute(tag, "r");
    const type = attribute(tag, "t") ?? "n";
    if (place && type === "n" && styles.has(attribute(tag, "s") ?? "")) found.add(place);
  }
  return found;
}

const tags = (xml: string, name: string): string[] =>
  xml.match(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])[^>]*>`, "g")) ?? [];

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match?.[1] ?? match?.[2];
}

function targetOf(tag: string): string {
  const target = attribute(tag, "Target") ?? "";
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}
