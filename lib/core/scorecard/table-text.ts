/** The cells of a table copied from a spreadsheet: tabs between cells, line breaks between rows; a cell that holds either,
 * or a quotation mark at its start, stands in quotation marks. A last empty line is none.
 * @example cellsOf("Active\tLapsed\nMissing\t\n") // → [["Active", "Lapsed"], ["Missing", ""]]
 * @example cellsOf("\"a\nb\"\tsays \"\"so\"\"") // → [["a\nb", "says \"\"so\"\""]] */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let [cell, isQuoted, isFresh] = ["", false, true];
  const endCell = () => {
    rows.at(-1)?.push(cell);
    [cell, isFresh] = ["", true];
  };
  const source = text.replaceAll("\r\n", "\n");
  for (let i = 0; i < source.length; i++) {
    const char = source[i] as string;
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (source[i + 1] === '"') cell += source[++i];
      else isQuoted = false;
    } else if (char === '"' && isFresh) [isQuoted, isFresh] = [true, false];
    else if (char === "\t") endCell();
    else if (char === "\n") {
      endCell();
      rows.push([]);
    } else [cell, isFresh] = [cell + char, false];
  }
  endCell();
  const last = rows.at(-1);
  if (rows.length > 1 && last?.length === 1 && last[0] === "") rows.pop();
  return rows;
}

/** Cells as text that a spreadsheet takes: the inverse of `cellsOf`.
 * @example tableText([["Active", "a\tb"], ["Missing", ""]]) // → "Active\t\"a\tb\"\nMissing\t" */
export function tableText(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => (/[\t\n\r]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(quoted).join("\t")).join("\n");
}
