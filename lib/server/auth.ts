import "server-only";
import type { AuthOptions, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { db } from "@/db/client";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { closeSession, SESSION_SECONDS, type SessionClaim } from "@/lib/server/session";
import { signInByPassword } from "@/lib/server/sign-in-by-password";
import { signInByProvider } from "@/lib/server/sign-in-by-provider";

type SignedIn = User & Partial<SessionClaim>;

export function isSecure(): boolean {
  return env("NEXTAUTH_URL").startsWith("https:");
}

/** The name of the session cookie; "__Host-" holds it to this host where there is HTTPS. */
export function sessionCookie(): string {
  return isSecure() ? "__Host-bellwether.session" : "bellwether.session";
}

/** Whether the organisation's own provider is set up. */
export function hasProvider(): boolean {
  return Boolean(env("OIDC_ISSUER") && env("OIDC_CLIENT_ID") && env("OIDC_CLIENT_SECRET"));
}

/** next-auth's settings, made when asked for: a build has no environment. The token carries {sub, sid, version} and
 * nothing else, its callbacks never touch the database, and what `session.update()` sends is ignored. */
export function authOptions(): AuthOptions {
  const secure = isSecure();
  return {
    secret: env("NEXTAUTH_SECRET"),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    useSecureCookies: secure,
    cookies: {
      sessionToken: { name: sessionCookie(), options: { httpOnly: true, sameSite: "lax", path: "/", secure } },
    },
    logger: {
      error: (code, error) => log.error("auth.failed", { code, error }),
      warn: (code) => log.debug("auth.warned", { code }),
      debug: () => {},
    },
    providers: [passwordProvider(), ...(hasProvider() ? [organisationProvider()] : [])],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider !== "organisation") return true;
        const { email_verified: isVerified } = (profile ?? {}) as { email_verified?: boolean };
        const claim = await signInByProvider(db(), { email: user.email, name: user.name, isVerified });
        if (claim) Object.assign(user, claim);
        return claim !== null;
      },
      jwt({ token, user }) {
        const { sub, sid, version } = (user ? (user as SignedIn) : token) as unknown as SessionClaim;
        return { sub, sid, version };
      },
      session({ session, token }) {
        return { expires: session.expires, claim: { sub: token.sub, sid: token.sid, version: token.version } };
      },
    },
    events: {
      async signOut({ token }) {
        const sid = (token as Partial<SessionClaim> | undefined)?.sid;
        if (sid) await closeSession(db(), sid, new Date());
      },
    },
  };
}

function passwordProvider() {
  return CredentialsProvider({
    id: "password",
    credentials: { email: {}, password: {} },
    async authorize(given, request) {
      const { email, password } = given ?? {};
      if (typeof email !== "string" || typeof password !== "string") return null;
      const forwarded = String(request.headers?.["x-forwarded-for"] ?? "");
      // The last entry is the nearest proxy's word; those before it are the sender's own.
      const address = forwarded.split(",").at(-1)?.trim() || "unknown";
      const claim = await signInByPassword(db(), { email, password, address });
      if (typeof claim === "string") throw new Error(claim);
      return { id: claim.sub, ...claim };
    },
  });
}

function organisationProvider(): AuthOptions["providers"][number] {
  return {
    id: "organisation",
    name: "your organisation",
    type: "oauth",
    wellKnown: `${env("OIDC_ISSUER")?.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId: env("OIDC_CLIENT_ID"),
    clientSecret: env("OIDC_CLIENT_SECRET"),
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    profile: (profile: { sub: string; email?: string; name?: string }) => ({
      id: profile.sub,
      email: profile.email,
      name: profile.name,
    }),
  };
}
