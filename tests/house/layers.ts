export interface Source {
  path: string;
  text: string;
}

interface Layer {
  name: string;
  files: RegExp;
  /** Names of the layers it may import; "*" is every layer. */
  imports: string[];
  /** Packages it must not import; core may import none but zod. */
  refuses?: RegExp;
  /** The directive that stands on line 1. */
  firstLine?: string;
}

const core = ["core", "shared"];
const read = [...core, "schema", "server", "queries", "days"];
const framework = /^(next|react|react-dom|next-auth)(\/|$)/;
const database = /^(pg|drizzle-orm|graphile-worker)(\/|$)/;
const serverOnly = 'import "server-only";';

/** Who may import whom: the first row that matches a file is its layer, and a file in no layer is an error. */
const LAYERS: Layer[] = [
  { name: "core", files: /^lib\/core\//, imports: ["core"], refuses: /^(?!zod$)/ },
  { name: "shared", files: /^lib\/(errors|format|paths)\.ts$/, imports: core, refuses: framework },
  { name: "schema", files: /^db\/schema\//, imports: [...core, "schema"], refuses: framework },
  // Runs read days and write results: what commands and jobs share. Queries replay a past date by the same code.
  {
    name: "runs",
    files: /^lib\/server\/run\//,
    imports: [...core, "schema", "server", "days", "runs"],
    refuses: framework,
    firstLine: serverOnly,
  },
  {
    name: "server",
    files: /^(lib\/server\/|db\/client\.ts$)/,
    imports: [...core, "schema", "server"],
    firstLine: serverOnly,
  },
  {
    name: "queries",
    files: /^db\/queries\//,
    imports: [...read, "runs", "ingest"],
    refuses: framework,
    firstLine: serverOnly,
  },
  { name: "days", files: /^db\/days\//, imports: read, refuses: framework, firstLine: serverOnly },
  { name: "ingest", files: /^lib\/ingest\//, imports: [...read, "ingest"], refuses: framework },
  {
    name: "commands",
    files: /^lib\/commands\//,
    imports: [...read, "runs", "ingest"],
    refuses: framework,
    firstLine: serverOnly,
  },
  // What /api/v1 takes and gives: its routes parse by it, its reference shows it.
  { name: "api", files: /^lib\/api\//, imports: [...core, "server", "ingest", "api"], refuses: framework },
  {
    name: "actions",
    files: /^lib\/actions\//,
    imports: [...core, "server", "queries", "commands", "ingest"],
    firstLine: '"use server";',
  },
  {
    name: "jobs",
    files: /^lib\/jobs\//,
    imports: [...core, "server", "queries", "days", "runs", "ingest", "commands", "jobs"],
    refuses: framework,
  },
  // What an address asks for, read the same by its page and by the export of that page.
  {
    name: "addresses",
    files: /^app\/\(app\)\/.*(search-params|prepare-filter|portfolio-view)\.ts$/,
    imports: [...core, "queries", "ui", "components", "addresses"],
    refuses: database,
  },
  {
    name: "routes",
    files: /^app\/(api|v1|ical)\/|^app\/.*\/route\.ts$/,
    imports: [...core, "server", "queries", "ingest", "commands", "jobs", "api", "addresses", "routes"],
    refuses: database,
  },
  { name: "ui", files: /^components\/ui\//, imports: ["ui"], refuses: database },
  { name: "components", files: /^components\//, imports: [...core, "actions", "ui", "components"], refuses: database },
  {
    name: "pages",
    files: /^app\//,
    imports: [...core, "server", "queries", "api", "actions", "ui", "components", "addresses", "pages"],
    refuses: database,
  },
  { name: "roots", files: /^(instrumentation|proxy)\.ts$/, imports: [...core, "server", "queries", "jobs"] },
  { name: "roots", files: /^[\w-]+\.config\.(ts|js|mjs)$/, imports: [] },
  { name: "outside", files: /^(lib\/start|db\/embedded|db\/demo|tests)\//, imports: ["*"] },
];

const layerOf = (path: string) => LAYERS.find(({ files }) => files.test(path));

/** Every breach of the import rules in the given sources, one line each. */
export function layerBreaches(sources: Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const layer = layerOf(path);
    if (!layer) return [`${path} is in no layer`];
    const breaches = importsOf(text).flatMap((specifier) => importBreach(path, layer, specifier));
    if (layer.firstLine && text.split("\n", 1)[0] !== layer.firstLine)
      breaches.push(`${path} must begin with ${layer.firstLine}`);
    return breaches;
  });
}

function importBreach(path: string, layer: Layer, specifier: string): string[] {
  const target = targetOf(path, specifier);
  if (target === null) {
    return layer.refuses?.test(specifier) ? [`${path} (${layer.name}) must not import the package ${specifier}`] : [];
  }
  if (/\.(css|json|svg|png|woff2)$/.test(target)) return [];
  const imported = layerOf(target)?.name ?? "no layer";
  const allowed = layer.imports.includes("*") || layer.imports.includes(imported);
  return allowed ? [] : [`${path} (${layer.name}) must not import ${specifier} (${imported})`];
}

/** The file an import names, as a path from the root with ".ts" assumed; null for a package. */
function targetOf(path: string, specifier: string): string | null {
  if (specifier.startsWith("#")) return specifier.replace("#", "db/");
  const named = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".")
      ? resolved(path, specifier)
      : null;
  if (named === null) return null;
  if (/\.\w+$/.test(named)) return named;
  return named === "db/schema" ? "db/schema/index.ts" : `${named}.ts`;
}

function resolved(path: string, specifier: string): string {
  const parts = path.split("/").slice(0, -1);
  for (const step of specifier.split("/")) {
    if (step === "..") parts.pop();
    else if (step !== ".") parts.push(step);
  }
  return parts.join("/");
}

/** Every module a source names: static, re-exported, for its side effect, as a type, or loaded later. */
function importsOf(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  const forms = [
    /^\s*(?:import|export)\b[^"';]*?from\s*["']([^"']+)["']/gm,
    /^\s*import\s*["']([^"']+)["']/gm,
    /\bimport\(\s*["']([^"']+)["']/g,
  ];
  return forms.flatMap((form) => [...code.matchAll(form)].map((match) => match[1] ?? ""));
}
