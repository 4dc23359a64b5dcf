import { uploadImportFile } from "@/lib/commands/upload-import-file";
import { AppError } from "@/lib/errors";
import { env } from "@/lib/server/env";
import { problem } from "@/lib/server/problem";
import { isSameOrigin } from "@/lib/server/same-origin";
import { findViewerContext } from "@/lib/server/viewer-context";

/** Takes a file of an import session: its bytes as the body, its name as `name`. */
export async function POST(request: Request, { params }: { params: Promise<{ session: string }> }): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  try {
    if (!isSameOrigin(request.headers.get("origin"), env("NEXTAUTH_URL")))
      throw new AppError("forbidden", `Open this installation at ${env("NEXTAUTH_URL")} and try again.`);
    const ctx = await findViewerContext();
    if (!ctx) throw new AppError("unauthenticated", "Sign in, then upload the file again.");
    const sessionId = Number((await params).session);
    const name = searchParams.get("name")?.trim() ?? "";
    if (!Number.isSafeInteger(sessionId) || sessionId < 1) throw new AppError("not_found", "There is no such import.");
    if (name === "" || name.length > 200)
      throw new AppError("invalid", "The file needs a name of at most 200 characters.");
    if (!request.body) throw new AppError("invalid", `${name} is empty.`);
    const stated = request.headers.get("content-length");
    const bytes = request.body as unknown as AsyncIterable<Uint8Array>;
    const length = stated === null ? null : Number(stated);
    const uploaded = await uploadImportFile(ctx, { sessionId, name, length, bytes, mayBeMended: true });
    return Response.json(uploaded, { status: 201, headers: { "cache-control": "private, no-store" } });
  } catch (error) {
    return problem(error, pathname);
  }
}
