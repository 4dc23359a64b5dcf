import { createReadStream } from "node:fs";
import { access, readFile } from "node:fs/promises";
import { basename } from "node:path";
import { getImportSession, type ImportedFile } from "@/db/queries/get-import-session";
import { describeImport } from "@/lib/commands/describe-import";
import { mapImport } from "@/lib/commands/map-import";
import { saveMapping } from "@/lib/commands/save-mapping";
import { startImport } from "@/lib/commands/start-import";
import { uploadImportFile } from "@/lib/commands/upload-import-file";
import { AppError } from "@/lib/errors";
import type { ImportProfile } from "@/lib/ingest/import-profile";
import { parseMapping } from "@/lib/ingest/mapping";
import type { Ctx } from "@/lib/server/context";
import { answered, questionLines } from "./import-answers";
import { dialectOf, type readFlags } from "./import-flags";
import { checkJoins, joined, joinOf, parseJoins } from "./import-links";

type Flags = ReturnType<typeof readFlags>["values"];
type Brought = ImportedFile & { path: string; profile: ImportProfile; headers: string[] };

/** Uploads files and settles how each maps, by flags and by what is found out; gives back their session. What stays open is told
 * with the flag that answers it, and nothing is imported. */
export async function bringFiles(ctx: Ctx, paths: readonly string[], flags: Flags): Promise<number> {
  const joins = parseJoins(flags.link, flags.through);
  const dialect = dialectOf(flags);
  const given = flags.map === undefined ? null : parseMapping(await readFile(flags.map, "utf8"));
  if (given && !flags.table) throw new AppError("invalid", "--map needs --table: the table that it fills.");
  const { sessionId } = await startImport(ctx);
  const files: Brought[] = [];
  for (const path of paths)
    files.push(await upload(ctx, sessionId, path, { dialect, table: given ? undefined : flags.table }));
  checkJoins(joins, files);
  const open: string[] = [];
  for (const file of files) {
    const { id, profile, headers } = file;
    const own = given ?? (profile.saved ? file.mapping : null);
    const settled = own ? { mapping: own, open: [] } : answered(profile.suggestion, flags.answers, headers);
    const join = joinOf(joins, file);
    const mapping = settled.mapping && join ? joined(settled.mapping, join, files) : settled.mapping;
    const left = settled.open.filter(({ column }) => !join || column !== "account_id");
    const table = flags.table ?? (profile.saved ? file.table : profile.suggestion.table);
    if (!table || !mapping || left.length > 0) {
      open.push(...questionLines(file.path, profile.suggestion, left));
      continue;
    }
    await mapImport(ctx, { importId: id, table, mapping });
    const name = flags["save-mapping"];
    if (name) await saveMapping(ctx, { name, table, headers, mapping });
  }
  if (open.length > 0) throw new AppError("invalid", `${open.join("\n")}\nNothing was imported.`);
  return sessionId;
}

async function upload(
  ctx: Ctx,
  sessionId: number,
  path: string,
  said: { dialect: ReturnType<typeof dialectOf>; table: string | undefined },
): Promise<Brought> {
  await access(path).catch(() => {
    throw new AppError("not_found", `There is no file ${path}.`);
  });
  const bytes = createReadStream(path, { highWaterMark: 1024 * 1024 });
  const named = { sessionId, name: basename(path), length: null };
  const { importId } = await uploadImportFile(ctx, { ...named, bytes, mayBeMended: true });
  if (said.table || said.dialect) await describeImport(ctx, { importId, ...said });
  const file = (await getImportSession(ctx, sessionId)).files.find(({ id }) => id === importId);
  if (!file?.profile) throw new Error(`${path} was not described`);
  const { profile } = file;
  if (profile.fault !== null) {
    const flags =
      profile.dialect.format === "xlsx" ? "--sheet or --header-line" : "--delimiter, --encoding or --header-line";
    throw new AppError("invalid", `${path}: ${profile.fault} Say how it is written with ${flags}.`);
  }
  return { ...file, path, profile, headers: profile.columns.map(({ header }) => header) };
}
