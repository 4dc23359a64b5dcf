import { listCalendar } from "@/db/queries/work/list-calendar";
import { feedContext } from "@/lib/server/calendar-feed";
import { env } from "@/lib/server/env";
import { calendarText } from "./calendar-text";

/** A person's calendar feed: whoever has its address reads it, without a sign-in; any other address is not found. */
export async function GET(_request: Request, { params }: RouteContext<"/ical/[token]">): Promise<Response> {
  const { token } = await params;
  const ctx = token.endsWith(".ics") ? await feedContext(token.slice(0, -".ics".length)) : null;
  if (ctx?.actor.kind !== "person") return new Response("Not found\n", { status: 404 });
  const entries = await listCalendar(ctx);
  return new Response(calendarText(entries, { origin: env("NEXTAUTH_URL"), name: ctx.actor.name, now: ctx.now }), {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    },
  });
}
