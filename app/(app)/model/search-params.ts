import { createLoader, parseAsInteger, parseAsString } from "nuqs/server";

/** /model?definition=segment:SMB shows the definition of a segment. */
export const loadModelParams = createLoader({ definition: parseAsString.withDefault("default") });

/** /model/draft?id=3 opens a draft. */
export const loadDraftParams = createLoader({ id: parseAsInteger });

/** /model/versions/3?with=2 compares two versions. */
export const loadVersionParams = createLoader({
  with: parseAsInteger,
  definition: parseAsString.withDefault("default"),
});
