/** What a spreadsheet would run: the first character of a formula, after blanks, as it is or in full width. Quote marks that
 * stand before it count, so that a guard can be taken off exactly. */
const LIVE = /^'*\s*[=+\-@;\t\r\n＝＋－＠；]/;
/** The words by which a file says that it does not know, or that a field is to be emptied. */
const MARKER = /^'*\s*(?:null|nil|none|n\/a|#n\/a|na|nan|–|—)\s*$/i;

/** Text as a file may carry it: with a quote mark before what a spreadsheet would run. */
export function guardText(text: string): string {
  return LIVE.test(text) ? `'${text}` : text;
}

/** Text that an import takes as it stands, though it is a word for missing: a region named NA. */
export function keepWord(text: string): string {
  return MARKER.test(text) ? `'${text}` : text;
}

/** The text before it was guarded: without exactly the quote mark that was put, and no other. */
export function unguardText(text: string): string {
  if (!text.startsWith("'")) return text;
  const rest = text.slice(1);
  return LIVE.test(rest) || MARKER.test(rest) ? rest : text;
}
