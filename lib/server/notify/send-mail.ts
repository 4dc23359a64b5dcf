import "server-only";
import { createTransport } from "nodemailer";
import { env } from "@/lib/server/env";
import type { Mail } from "./compose-mail";

/** How handing a mail over ended. "unknown": the server had it all and did not say; sending again might send it twice. */
export type Handed = { result: "sent" } | { result: "later" | "refused" | "unknown"; error: string };

/** Hands one mail to the server of SMTP_URL. That address is the operator's own, so private ones are allowed. */
export async function sendMail(to: { name: string; email: string }, mail: Mail): Promise<Handed> {
  const { SMTP_URL, MAIL_FROM } = { SMTP_URL: env("SMTP_URL"), MAIL_FROM: env("MAIL_FROM") };
  if (!SMTP_URL || !MAIL_FROM) return { result: "later", error: "No mail server is set." };
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
  const host = /@([^@>\s]+)>?\s*$/.exec(MAIL_FROM)?.[1] ?? "localhost";
  try {
    await transport.sendMail({
      from: MAIL_FROM,
      to: { name: to.name, address: to.email },
      ...{ subject: mail.subject, text: mail.text, html: mail.html },
      messageId: `<${mail.messageId.slice(0, 32)}@${host}>`,
      headers: { "Auto-Submitted": "auto-generated" },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return { result: "sent" };
  } catch (error) {
    return handedBy(error as Error & { command?: string; responseCode?: number; code?: string });
  } finally {
    transport.close();
  }
}

function handedBy(error: Error & { command?: string; responseCode?: number; code?: string }): Handed {
  const { command, responseCode, code, message } = error;
  if (responseCode !== undefined && responseCode >= 500 && code !== "EAUTH" && command !== "CONN")
    return { result: "refused", error: message };
  return { result: command === "DATA" && responseCode === undefined ? "unknown" : "later", error: message };
}
