import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { z } from "zod";
import { sources } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { ConnectionString, PostgresTables } from "@/lib/ingest/postgres-source";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import { actorName, type Ctx } from "@/lib/server/context";
import { seal } from "@/lib/server/seal";
import { withTransaction } from "@/lib/server/transaction";

const common = {
  id: z.int().positive().optional(),
  name: z.string().trim().min(1, "needs a name").max(80),
  promisedHours: z
    .int()
    .min(1, "must be at least 1")
    .max(24 * 90)
    .default(26),
  enabled: z.boolean().default(true),
};

export const SaveSource = z.discriminatedUnion("kind", [
  z.strictObject({
    ...common,
    kind: z.literal("postgres"),
    /** Left out, the one kept stays. */
    connection: ConnectionString.optional(),
    everyMinutes: z
      .int()
      .min(5, "must be at least 5")
      .max(7 * 24 * 60),
    tables: PostgresTables,
  }),
  z.strictObject({
    ...common,
    kind: z.literal("stripe"),
    secret: z
      .string()
      .trim()
      .regex(/^whsec_\S+$/, "begins with whsec_")
      .optional(),
  }),
  z.strictObject({ ...common, kind: z.literal("segment") }),
]);

type Input = z.output<typeof SaveSource>;

/** Makes a source or changes one; its secret is sealed and never shown again. A Postgres source is read within a minute. */
export async function saveSource(ctx: Ctx, input: Input): Promise<{ id: number }> {
  await authorize(ctx, "source:manage");
  const { id, name, kind, promisedHours, enabled } = input;
  return withTransaction(ctx, async ({ tx }) => {
    const [before] = id
      ? await tx
          .select()
          .from(sources)
          .where(and(eq(sources.id, id), eq(sources.kind, kind)))
      : [];
    if (id && !before) throw new AppError("not_found", "There is no such source.");
    const [namesake] = await tx
      .select({ id: sources.id })
      .from(sources)
      .where(and(eq(sources.name, name), ne(sources.id, id ?? 0)));
    if (namesake)
      throw new AppError("invalid", "name: another source has this name", { name: "another source has this name" });
    const given = kind === "postgres" ? input.connection : kind === "stripe" ? input.secret : undefined;
    if (!given && !before && kind !== "segment") {
      const field = kind === "postgres" ? "connection" : "secret";
      throw new AppError("invalid", `${field}: is missing`, { [field]: "is missing" });
    }
    const secret = given ? seal(given) : (before?.secret ?? null);
    const values = { name, promisedHours, enabled, secret, ...scheduleOf(ctx, input, before) };
    const [saved] = before
      ? await tx.update(sources).set(values).where(eq(sources.id, before.id)).returning({ id: sources.id })
      : await tx
          .insert(sources)
          .values({ ...values, kind, createdBy: actorName(ctx.actor) })
          .returning({ id: sources.id });
    if (!saved) throw new Error("The source was not stored");
    const seen = { name, kind, promisedHours, enabled, everyMinutes: values.everyMinutes, config: values.config };
    await emitAudit(ctx, tx, {
      entry: "source.saved",
      subject: `${saved.id} ${name}`,
      before: shown(before),
      after: seen,
    });
    return saved;
  });
}

type Kept = typeof sources.$inferSelect;

function scheduleOf(ctx: Ctx, input: Input, before: Kept | undefined) {
  if (input.kind !== "postgres") return {};
  const { connection, tables, everyMinutes, enabled } = input;
  const config = { at: connection ? placeOf(connection) : (before?.config as { at?: string })?.at, tables };
  const former = (before?.config as { tables?: Record<string, unknown> } | undefined)?.tables ?? {};
  // A query that has changed is read from its beginning.
  const cursors = Object.fromEntries(
    Object.entries(before?.cursors ?? {}).filter(
      ([table]) => !connection && JSON.stringify(former[table]) === JSON.stringify(tables[table]),
    ),
  );
  return { config, cursors, everyMinutes, nextRunAt: enabled ? ctx.now : null };
}

/** Where a connection leads, without its password: "reader@db.example.com:5432/warehouse". */
function placeOf(connection: string): string {
  const { username, host, pathname } = new URL(connection);
  return `${username ? `${decodeURIComponent(username)}@` : ""}${host}${pathname}`;
}

function shown(source: Kept | undefined) {
  if (!source) return undefined;
  const { name, kind, promisedHours, enabled, everyMinutes, config } = source;
  return { name, kind, promisedHours, enabled, everyMinutes, config };
}
