import { createLoader, parseAsInteger, parseAsStringLiteral } from "nuqs/server";
import { IMPORT_STEPS } from "@/components/data/import-step";

/** The wizard's state is its address: /data/import/12?step=map&file=3. */
export const loadImportParams = createLoader({
  step: parseAsStringLiteral(IMPORT_STEPS).withDefault("upload"),
  file: parseAsInteger,
});
