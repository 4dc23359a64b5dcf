import "server-only";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether a request came from our own pages: its Origin is the configured one. No Origin is no. On one's own machine,
 * localhost and 127.0.0.1 are the same place. */
export function isSameOrigin(origin: string | null, configured: string): boolean {
  if (!origin || !URL.canParse(origin)) return false;
  const [from, own] = [new URL(origin), new URL(configured)];
  if (from.origin === own.origin) return true;
  return from.port === own.port && LOOPBACK.has(from.hostname) && LOOPBACK.has(own.hostname);
}
