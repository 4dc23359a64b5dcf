import { paths } from "@/lib/paths";

/** Where to go after signing in: only an address of this app, never another host's. */
export function safeReturn(from: unknown): string {
  return typeof from === "string" && /^\/(?![/\\])[^\s\\]*$/.test(from) ? from : paths.home();
}
