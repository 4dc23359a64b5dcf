import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const RequestImport = z.strictObject({
  sessionId: z.int().positive(),
  what: z.enum(["preview", "apply"]),
  /** Imports although the demo company is loaded, and mixes the two. */
  intoDemo: z.boolean().default(false),
});

/** Asks the worker for a dry run of a session's files, or to import them; `progress` of the session tells how far it is. */
export async function requestImport(ctx: Ctx, input: z.output<typeof RequestImport>): Promise<void> {
  await authorize(ctx, "import:run");
  const { sessionId, what, intoDemo } = input;
  await withTransaction(ctx, async ({ tx, client }) => {
    const { rows: sessions } = await client.query<{ request: string | null; demo: boolean }>(
      `select request, (select is_demo from settings where id = 1) as demo from import_sessions where id = $1 for update`,
      [sessionId],
    );
    const [session] = sessions;
    if (!session) throw new AppError("not_found", "There is no such import.");
    if (session.request) throw new AppError("conflict", "This import is being worked on already.");
    if (what === "apply" && session.demo && !intoDemo)
      throw new AppError(
        "conflict",
        "This installation holds the demo company. Empty it first (npm run reset), or say that the two may mix.",
        { intoDemo: "Say that the demo company and this data may mix." },
      );
    const { rows: files } = await client.query<{ name: string; mapped: boolean }>(
      `select file_name as name, mapping is not null and table_name <> '' as mapped from imports
       where session_id = $1 and status in ('uploaded', 'failed') order by id`,
      [sessionId],
    );
    if (files.length === 0) throw new AppError("invalid", "There is no file to import.");
    const unmapped = files.filter((file) => !file.mapped).map((file) => file.name);
    if (unmapped.length > 0) throw new AppError("invalid", `Say first what is in ${unmapped.join(", ")}.`);
    await client.query(
      `update import_sessions set request = $2, into_demo = $3, error = null, resumed = 0,
         progress = '{"stage": "waiting", "done": 0, "of": null}' where id = $1`,
      [sessionId, what, intoDemo],
    );
    await client.query(
      `select graphile_worker.add_job('import-session', json_build_object('sessionId', $1::int), job_key := $2, priority := -1)`,
      [sessionId, `import-session:${sessionId}`],
    );
    const entry = what === "apply" ? "import.requested" : "import.previewed";
    await emitAudit(ctx, tx, {
      entry,
      subject: `session ${sessionId}`,
      after: { files: files.map(({ name }) => name) },
    });
  });
}
