import { listTriage } from "@/db/queries/list-triage";
import { listViews } from "@/db/queries/list-views";
import { viewerContext } from "@/lib/server/viewer-context";

const MOST = 8;
const LONGEST = 100;

/** The accounts and views whose names hold some words, for the palette. */
export async function GET(request: Request) {
  const ctx = await viewerContext();
  const q = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, LONGEST);
  const [{ rows }, views] = await Promise.all([
    q ? listTriage(ctx, { book: "all", q }, { limit: MOST }) : { rows: [] },
    listViews(ctx, "accounts"),
  ]);
  const accounts = rows.map(({ slug, name, tone, csm }) => ({ slug, name, tone, csm }));
  const named = views.filter(({ name }) => name.toLowerCase().includes(q.toLowerCase())).slice(0, MOST);
  return Response.json(
    { accounts, views: named.map(({ slug, name, query }) => ({ slug, name, query })) },
    { headers: { "cache-control": "private, no-store" } },
  );
}
