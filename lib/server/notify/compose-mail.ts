import "server-only";
import { createHash } from "node:crypto";

interface Line {
  /** What stands in the line, in order; the first of an account's is its band. */
  parts: readonly string[];
  url: string;
}

interface Content {
  subject: string;
  /** Above the lines. */
  lead: string;
  lines: readonly Line[];
  /** Accounts beyond the ten that are listed, and where they all are. */
  more: { count: number; url: string } | null;
  settingsUrl: string;
}

export interface Mail {
  subject: string;
  text: string;
  html: string;
  messageId: string;
}

const OPEN =
  "display:inline-block;padding:6px 14px;border:1px solid;border-radius:6px;text-decoration:none;font-weight:600";
const CELL = "padding:10px 12px 10px 0;border-top:1px solid;vertical-align:top";

/** An e-mail in HTML and in text with the same facts. It names no colour, so that a reader's own dark or light holds. */
export function composeMail(content: Content, key: string): Mail {
  const { subject, lead, lines, more, settingsUrl } = content;
  const rest = more ? `and ${more.count} more ${more.count === 1 ? "account" : "accounts"}` : null;
  const why = "You get this because of your notification settings:";
  const text = [
    lead,
    "",
    ...lines.flatMap(({ parts, url }) => [parts.join(" · "), `  Open: ${url}`]),
    ...(more ? ["", `${rest}: ${more.url}`] : []),
    "",
    `${why} ${settingsUrl}`,
    "",
  ].join("\n");
  const rows = lines.map(
    ({ parts, url }) =>
      `<tr><td style="${CELL}">${parts.map((part, i) => (i < 2 ? `<strong>${escaped(part)}</strong>` : escaped(part))).join(" · ")}</td>` +
      `<td style="${CELL};text-align:right;white-space:nowrap"><a href="${escaped(url)}" style="${OPEN}">Open</a></td></tr>`,
  );
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:16px;font:15px/1.5 system-ui,sans-serif"><div style="max-width:640px;margin:0 auto">
<p>${escaped(lead)}</p>
<table role="presentation" style="width:100%;border-collapse:collapse">${rows.join("\n")}</table>
${more ? `<p><a href="${escaped(more.url)}">${escaped(rest ?? "")}</a></p>` : ""}
<p style="font-size:13px">${why} <a href="${escaped(settingsUrl)}">${escaped(settingsUrl)}</a></p>
</div></body></html>`;
  return { subject: subject.slice(0, 180), text, html, messageId: createHash("sha256").update(key).digest("hex") };
}

function escaped(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
