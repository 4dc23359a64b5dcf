export const IMPORT_STEPS = ["upload", "map", "values", "preview", "import"] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

export const STEP_WORDS: Readonly<Record<ImportStep, { name: string; asks: string }>> = {
  upload: { name: "Upload", asks: "Which files?" },
  map: { name: "Map", asks: "What is in each column?" },
  values: { name: "Review values", asks: "What do the values mean?" },
  preview: { name: "Preview", asks: "What will change?" },
  import: { name: "Import", asks: "What became of every row?" },
};

interface Standing {
  files: readonly { status: string; mapping: object | null; preview: object | null; error: string | null }[];
  request: string | null;
}

/** How far a session has come: steps beyond it cannot be opened yet. */
export function furthestStep({ files, request }: Standing): ImportStep {
  if (request === "apply" || request === "score") return "import";
  if (files.some(({ status }) => status !== "uploaded")) return "import";
  if (files.length === 0) return "upload";
  if (files.some(({ mapping }) => mapping === null)) return "map";
  const isChecked = files.every(({ preview, error }) => preview !== null || error !== null);
  return isChecked || request === "preview" ? "preview" : "values";
}

/** The step an address asks for, or the last one that can be opened before it. */
export function openStep(asked: ImportStep, furthest: ImportStep): ImportStep {
  return IMPORT_STEPS.indexOf(asked) <= IMPORT_STEPS.indexOf(furthest) ? asked : furthest;
}
