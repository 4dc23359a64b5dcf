/** A header as it is compared: words in one case joined by "_", without units in brackets; "customerID" and "Customer Id"
 * are the same, "Due Date (UTC)" is "due_date". */
export function headerName(header: string): string {
  return header
    .replace(/__c$/, "")
    .replace(/[([{][^)\]}]*[)\]}]/g, " ")
    .replace(/IDs\b/g, "Ids")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/ß/g, "ss")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "");
}
