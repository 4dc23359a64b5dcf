import type { Source } from "./layers";

const NO_FOLDERS = new Set([
  "utils",
  "util",
  "helpers",
  "helper",
  "hooks",
  "types",
  "constants",
  "services",
  "common",
  "misc",
]);
const TOP = new Set(["app", "components", "lib", "db", "drizzle", "tests", "public"]);
const UNFINISHED = /\b(TO[D]O|FIX[M]E|XX[X]|HA[C]K)\b/;
const SHRUG = /@ts-(ignore|nocheck)|biome-ignore|eslint-disable/;
const VAGUE =
  /export (?:async )?(?:function|const|class) ((?:handle|process|manage)[A-Z]\w*|\w+(?:Util|Utils|Helper|Helpers|Service|Manager))\b/;
/** A ref written in the body of a component or hook, at every render: also one that React has begun and never shows. */
const RENDERED = /^ {2}(\w+\.current) = /;

/** What the house does not have, found by looking at paths and text, one line each. */
export function shapeBreaches(sources: Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const folders = path.split("/").slice(0, -1);
    const breaches: string[] = [];
    for (const folder of folders.filter((name) => NO_FOLDERS.has(name)))
      breaches.push(`${path}: there is no folder "${folder}"`);
    if (folders[0] && !TOP.has(folders[0])) breaches.push(`${path}: there is no top-level folder "${folders[0]}"`);
    for (const [index, line] of text.split("\n").entries()) {
      const found = UNFINISHED.exec(line) ?? SHRUG.exec(line) ?? VAGUE.exec(line);
      if (found) breaches.push(`${path}:${index + 1}: ${found[1] ?? found[0]}`);
      const written = folders[0] === "components" && RENDERED.exec(line);
      if (written) breaches.push(`${path}:${index + 1}: ${written[1]} is written while rendering, see useLatest`);
    }
    return breaches;
  });
}

/** Lines of the files at the given share of all, from the shortest: 0.5 is the median. */
export function linesAt(share: number, sources: Source[]): number {
  const sizes = sources.map(({ text }) => text.trimEnd().split("\n").length).sort((a, b) => a - b);
  return sizes[Math.min(sizes.length - 1, Math.floor(share * sizes.length))] ?? 0;
}
