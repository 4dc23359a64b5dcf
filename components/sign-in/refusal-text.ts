/** The demo's own password, which its start prints: it opens no other installation. */
export const DEMO_PASSWORD = "bellwether-demo";

/** Why a sign-in did not work, for the person who tried. */
export function refusalText(code: string): string {
  switch (code) {
    case "wrong":
    case "CredentialsSignin":
      return "That email and password do not go together. Check both; an administrator can send you a link to set a new password.";
    case "too_many":
      return "Too many attempts. Wait a quarter of an hour, then try again.";
    case "AccessDenied":
      return "Your organisation knows you, but this installation does not let you in. Ask an administrator.";
    case "unreachable":
      return "The server does not answer. Check your connection and try again.";
    default:
      return "Signing in did not work. Try again in a moment.";
  }
}
