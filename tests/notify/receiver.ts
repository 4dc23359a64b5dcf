import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export interface Post {
  path: string;
  headers: IncomingHttpHeaders & Record<string, string>;
  body: string;
}

/** An HTTP server that keeps what is posted to it; `answer` gives the status, or hangs. */
export async function receiver(answer: (post: Post) => number | "never" = () => 200) {
  const posts: Post[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      const post = { path: request.url ?? "", headers: request.headers as Post["headers"], body };
      posts.push(post);
      const status = answer(post);
      if (status === "never") return;
      response.writeHead(status, status >= 300 && status < 400 ? { location: "/elsewhere" } : {}).end("thanks");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://localhost:${port}`, posts, close };
}
