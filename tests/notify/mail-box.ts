import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface Received {
  to: string[];
  raw: string;
  headers: Record<string, string>;
  text: string;
  html: string;
}

/** A mail server that keeps what it gets; `answer` may refuse a message, or never answer it. */
export async function mailBox(
  answer: (mail: Received) => Error | null | "never" = () => null,
): Promise<{ url: string; mails: Received[]; close: () => Promise<void> }> {
  const mails: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const mail = read(
          Buffer.concat(parts).toString("utf8"),
          session.envelope.rcptTo.map(({ address }) => address),
        );
        mails.push(mail);
        const said = answer(mail);
        if (said !== "never") done(said ?? undefined);
      });
    },
  });
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, mails, close: () => new Promise((resolve) => server.close(resolve)) };
}

function read(raw: string, to: string[]): Received {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const headers = headersOf(head);
  const boundary = /boundary="([^"]+)"/.exec(headers["content-type"] ?? "")?.[1];
  const parts = rest.join("\r\n\r\n").split(`--${boundary}`).slice(1, -1);
  const part = (type: string) => {
    const found =
      parts.find((one) => headersOf(one.split("\r\n\r\n")[0] ?? "")["content-type"]?.startsWith(type)) ?? "";
    const [partHead = "", ...body] = found.split("\r\n\r\n");
    return decoded(body.join("\r\n\r\n"), headersOf(partHead)["content-transfer-encoding"]);
  };
  return {
    to,
    raw,
    headers: { ...headers, subject: words(headers.subject ?? "") },
    text: part("text/plain"),
    html: part("text/html"),
  };
}

function headersOf(head: string): Record<string, string> {
  const lines = head
    .trim()
    .replace(/\r\n[ \t]+/g, " ")
    .split("\r\n");
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]),
  );
}

function decoded(body: string, encoding: string | undefined): string {
  const text = encoding === "base64" ? Buffer.from(body, "base64").toString("utf8") : body;
  const plain = encoding === "quoted-printable" ? quoted(text.replace(/=\r\n/g, "")) : text;
  return plain.replaceAll("\r\n", "\n");
}

function quoted(text: string): string {
  return Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");
}

/** Encoded words of a header: "=?UTF-8?Q?a_=E2=86=92?=". */
function words(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, how: string, body: string) =>
      how.toUpperCase() === "B" ? Buffer.from(body, "base64").toString("utf8") : quoted(body.replaceAll("_", " ")),
    );
}
