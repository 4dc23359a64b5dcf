type Resumed = { fileName: string; facts: { interrupted?: "kept" | "again" } | null };

/** What an import that was interrupted and taken up again did with its files: which were kept, which were rolled back.
 *
 * @example interruptionText([{ fileName: "a.csv", facts: { interrupted: "kept" } }, { fileName: "b.csv", facts: { interrupted: "again" } }]) // → "The import was interrupted and taken up again: b.csv was rolled back and written anew; a.csv was finished before and kept."
 * @example interruptionText([{ fileName: "a.csv", facts: {} }]) // → "The import was interrupted and taken up again: nothing had been written, and nothing was rolled back." */
export function interruptionText(files: readonly Resumed[]): string {
  const named = (what: "kept" | "again") =>
    files.filter(({ facts }) => facts?.interrupted === what).map(({ fileName }) => fileName);
  const [again, kept] = [named("again"), named("kept")];
  const parts = [
    ...(again.length > 0 ? [`${listed(again)} rolled back and written anew`] : []),
    ...(kept.length > 0 ? [`${listed(kept)} finished before and kept`] : []),
  ];
  const rolled = again.length === 0 ? (kept.length > 0 ? "; nothing was rolled back" : NOTHING) : "";
  return `The import was interrupted and taken up again: ${parts.join("; ")}${rolled}.`;
}

const NOTHING = "nothing had been written, and nothing was rolled back";

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  const before = names.slice(0, -1).join(", ");
  return `${before && `${before} and `}${last} ${names.length === 1 ? "was" : "were"}`;
}
