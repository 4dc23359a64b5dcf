import "server-only";
import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { db } from "@/db/client";
import { paths } from "@/lib/paths";
import { authOptions } from "@/lib/server/auth";
import { type Actor, type Ctx, contextOf } from "@/lib/server/context";
import { findViewer, type SessionClaim } from "@/lib/server/session";

export type Viewer = Extract<Actor, { kind: "person" }>;

/** The context of the signed-in person, once per request; null where nobody is. */
export const findViewerContext = cache(async (): Promise<(Ctx & { actor: Viewer }) | null> => {
  const session: { claim: SessionClaim } | null = await getServerSession(authOptions());
  if (!session?.claim?.sid) return null;
  const actor = await findViewer(db(), session.claim, new Date());
  if (actor?.kind !== "person") return null;
  return { ...(await contextOf(actor)), actor };
});

/** The context of the signed-in person; where nobody is signed in, the request goes to the sign-in page. */
export async function viewerContext(): Promise<Ctx & { actor: Viewer }> {
  return (await findViewerContext()) ?? redirect(paths.signIn());
}
