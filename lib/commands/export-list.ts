import "server-only";
import { AppError } from "@/lib/errors";
import type { OutCell } from "@/lib/ingest/out-table";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { snapshot } from "@/lib/server/run/read-whole";
import { withTransaction } from "@/lib/server/transaction";

/** A list on its way out, complete. */
export type ExportedList = { header: readonly string[]; rows: readonly (readonly OutCell[])[] };

interface Request {
  list: string;
  /** The address's parameters, for the log. */
  filter: Readonly<Record<string, string>>;
  format: string;
  /** More rows than this are refused. */
  most: number;
}

const STATEMENT_MILLIS = 60_000;

/** Reads a list that a screen shows, all of it at one moment, by the screen's own queries, and logs who took out what. */
export async function exportList(
  ctx: Ctx,
  { list, filter, format, most }: Request,
  read: (ctx: Ctx, limit: number) => Promise<ExportedList>,
): Promise<ExportedList> {
  await authorize(ctx, "export:list");
  return withTransaction(ctx, async ({ tx, client }) => {
    await snapshot(client);
    await client.query(`set local statement_timeout = ${STATEMENT_MILLIS}`);
    const found = await read({ ...ctx, db: tx }, most + 1);
    if (found.rows.length > most)
      throw new AppError(
        "invalid",
        `The list has more than ${most} rows, the most of a ${format} file. Narrow it by its filters.`,
      );
    await emitAudit(ctx, tx, {
      entry: "export.made",
      subject: list,
      after: { filter, format, rows: found.rows.length },
    });
    return found;
  });
}
