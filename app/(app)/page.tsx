import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { viewerContext } from "@/lib/server/viewer-context";

/** Home: the queue, or the portfolio for those who manage and own no book themselves. */
export default async function HomePage(): Promise<never> {
  const { actor } = await viewerContext();
  const ownsBook = actor.roles.includes("csm") || actor.roles.includes("am");
  redirect(actor.roles.includes("manager") && !ownsBook ? paths.portfolio() : paths.triage());
}
