const FOLDERS = /^(app|components|lib|db|drizzle|tests|public|\.ci)(\/|$)/;
const ROOT_FILES =
  /^[\w.-]+(\.(md|json|ya?ml|example)|\.config\.(ts|js|mjs))$|^(Dockerfile|LICENSE|(instrumentation|proxy)\.ts)$/;

/** Paths of this repository that a Markdown text cites: in code ticks or as the target of a link. */
export function citedPaths(markdown: string): string[] {
  const ticked = [...markdown.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? "");
  const linked = [...markdown.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? "");
  return [...ticked, ...linked]
    .map((cited) => cited.replace(/(#.*|:\d+)$/, "").replace(/^\.\//, ""))
    .flatMap(alternatives)
    .filter((path) => (FOLDERS.test(path) || ROOT_FILES.test(path)) && !/[<>*…\s]/.test(path));
}

/** Scripts of package.json that a text tells people to run. */
export function citedScripts(markdown: string): string[] {
  const named = [...markdown.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)];
  return [...new Set(named.map((match) => match[1] ?? match[2] ?? ""))];
}

/** "lib/{errors,format}.ts" is two paths. */
function alternatives(path: string): string[] {
  const [, before, choices, after] = /^(.*)\{([^}]+)\}(.*)$/.exec(path) ?? [];
  return choices === undefined ? [path] : choices.split(",").map((choice) => `${before}${choice.trim()}${after}`);
}
