type Value = string | number | boolean | null;

/** One line of COPY's text format. */
export function line(...values: Value[]): string {
  let text = "";
  for (let i = 0; i < values.length; i++) {
    if (i > 0) text += "\t";
    const value = values[i];
    if (value === null) text += "\\N";
    else if (typeof value === "string") text += /[\\\t\n\r]/.test(value) ? escaped(value) : value;
    else if (typeof value === "boolean") text += value ? "t" : "f";
    else text += value;
  }
  return `${text}\n`;
}

function escaped(text: string): string {
  return text.replace(/\\/g, "\\\\").replace(/\t/g, "\\t").replace(/\n/g, "\\n").replace(/\r/g, "\\r");
}
