import "server-only";
import type { ClientBase } from "pg";
import { TONES } from "@/lib/core/health/bands";
import type { Definition, Model } from "@/lib/core/health/model";

type Seen = { tone: number | null; band: number | null };

/** The key of the band that a day of history names by its place: by the definition of the account's segment where one of that place
 * and tone is there, else by the default, else by any other of the version. */
export async function loadBandKeys(
  client: ClientBase,
): Promise<(version: number, segment: string | null, seen: Seen) => string | null> {
  const { rows } = await client.query<{ version: number; definition: Model }>(
    "select version, definition from model_versions",
  );
  const models = new Map(rows.map(({ version, definition }) => [version, definition.definitions]));
  return (version, segment, { tone, band }) => {
    const model = models.get(version);
    if (!model || band === null || !tone) return null;
    const segments = model.segments ?? {};
    const own = segment === null ? undefined : segments[segment];
    const order: (Definition | undefined)[] = [own, model.default, model.onboarding, ...Object.values(segments)];
    for (const definition of order) {
      const found = definition?.bands[band];
      if (found && found.tone === TONES[tone - 1]) return found.key;
    }
    return null;
  };
}
