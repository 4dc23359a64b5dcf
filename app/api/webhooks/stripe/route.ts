import { takeStripeEvent } from "@/lib/commands/take-stripe-event";
import { systemContext } from "@/lib/server/context";
import { problem } from "@/lib/server/problem";
import { readBody } from "@/lib/server/read-body";

const MAX_BYTES = 1_000_000;

/** Stripe's events of billing. Whoever signs with the secret of a Stripe source is Stripe; there is no key beside that. */
export async function POST(request: Request): Promise<Response> {
  try {
    const payload = (await readBody(request, MAX_BYTES)).toString("utf8");
    const signature = request.headers.get("stripe-signature") ?? "";
    const answer = await takeStripeEvent(await systemContext("stripe"), { payload, signature });
    return Response.json({ received: true, answer });
  } catch (error) {
    return problem(error, new URL(request.url).pathname);
  }
}
