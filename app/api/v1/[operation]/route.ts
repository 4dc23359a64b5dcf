import { postRows } from "@/app/api/v1/batch-rows";
import { postScorecards } from "@/app/api/v1/batch-scorecards";
import { AppError } from "@/lib/errors";
import { problem } from "@/lib/server/problem";

/** POST /{table}:batch. The table stands before the colon of the last step, however the address writes it. */
export async function POST(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const [, table = ""] = /\/([a-z_]+)(?::|%3a)batch\/?$/i.exec(pathname) ?? [];
  const post = table === "scorecards" ? postScorecards : postRows.get(table);
  if (post) return post(request);
  const tables = [...postRows.keys(), "scorecards"].map((name) => `${name}:batch`).join(", ");
  return problem(new AppError("not_found", `There is no such operation. Batches: ${tables}.`), pathname);
}
