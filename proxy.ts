import { type NextRequest, NextResponse } from "next/server";
import { paths } from "@/lib/paths";

const OPEN = /^\/(sign-in|link)(\/|$)/;

/** Sets the policy of the page and its nonce, and saves people without a session a detour. It guards nothing: queries
 * and commands do. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const hasCookie = request.cookies.getAll().some(({ name }) => /(^|-)bellwether\.session(\.\d+)?$/.test(name));
  if (!hasCookie && request.method === "GET" && !OPEN.test(pathname)) {
    const from = pathname === "/" ? null : `${pathname}${search}`;
    return NextResponse.redirect(new URL(paths.signIn({ from }), request.url));
  }
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = policyOf(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries({
    "content-security-policy": policy,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cache-control": "private, no-store",
  }))
    response.headers.set(name, value);
  return response;
}

function policyOf(nonce: string): string {
  const development = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // The development overlay writes style elements of its own.
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

// Uploads and programs stay outside: a body that passes here is cut at 10 MB without a word.
export const config = { matcher: ["/((?!api/|v1/|ical/|_next/|icon|favicon|robots.txt|schemas/).*)"] };
