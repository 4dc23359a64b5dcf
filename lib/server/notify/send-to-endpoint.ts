import "server-only";
import { Webhook } from "standardwebhooks";
import { unseal } from "@/lib/server/seal";
import { type Answer, postOut } from "./post-out";

interface Endpoint {
  kind: "slack" | "webhook";
  url: string;
  /** Sealed: of a webhook its signing secret, of Slack the whole address, which is the secret there. */
  secret: string | null;
}

/** Posts a body to an endpoint; to a webhook with the headers of Standard Webhooks, signed as of the moment of sending. */
export async function sendToEndpoint(
  { kind, url, secret }: Endpoint,
  id: string,
  body: string,
  at: Date,
): Promise<Answer> {
  if (!secret) return { status: null, error: "The endpoint has lost its secret: save it again." };
  try {
    const opened = unseal(secret);
    if (kind === "slack") return await postOut(opened, body, {});
    return await postOut(url, body, {
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
      "webhook-signature": new Webhook(opened).sign(id, at, body),
    });
  } catch (error) {
    return { status: null, error: error instanceof Error ? error.message : String(error) };
  }
}
