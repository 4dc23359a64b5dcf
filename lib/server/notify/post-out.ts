import "server-only";
import { request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import { env } from "@/lib/server/env";
import { resolvedAddress } from "./public-address";

const TIMEOUT_MILLIS = 10_000;
const PORTS = new Set(["", "80", "443"]);

export interface Answer {
  /** Null where no answer came. */
  status: number | null;
  error: string | null;
}

/** Why a URL may not be posted to, before anything is looked up; null where it may. */
export function urlRefusal(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return "must be an address that begins with https:// or http://";
  if (url.username || url.password) return "must not carry a user or password";
  if (!allowsPrivate() && !PORTS.has(url.port)) return "must use port 80 or 443";
  return null;
}

/** Posts JSON to an endpoint: the address is looked up once, checked and connected to as it was checked; redirects are not
 * followed; all of it within ten seconds. Never throws: what went wrong is the answer. */
export async function postOut(to: string, body: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  const refusal = urlRefusal(to);
  if (refusal) return { status: null, error: `The address ${refusal}.` };
  const url = new URL(to);
  try {
    const pinned = await resolvedAddress(url.hostname, allowsPrivate());
    const status = await post(url, pinned, body, headers);
    if (status >= 200 && status < 300) return { status, error: null };
    const redirect = status >= 300 && status < 400 ? ": redirects are not followed" : "";
    return { status, error: `answered ${status}${redirect}` };
  } catch (error) {
    return { status: null, error: error instanceof Error ? error.message : String(error) };
  }
}

function post(
  url: URL,
  pinned: { address: string; family: number },
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  const open = url.protocol === "https:" ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    const request = open(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        "user-agent": "Bellwether-Webhooks/1",
        ...headers,
      },
      agent: false,
      signal: AbortSignal.timeout(TIMEOUT_MILLIS),
      lookup: (_host, options, done) => {
        if (options.all) done(null, [pinned]);
        else done(null, pinned.address, pinned.family);
      },
    });
    request.on("response", (response) => {
      resolve(response.statusCode ?? 0);
      // What else it says is not read.
      response.destroy();
    });
    request.on("error", (error) =>
      reject(
        error.name === "AbortError" || error.name === "TimeoutError" ? new Error("no answer within 10 seconds") : error,
      ),
    );
    request.end(body);
  });
}

function allowsPrivate(): boolean {
  return env("WEBHOOKS_TO_PRIVATE") === "1";
}
