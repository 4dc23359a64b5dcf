import { createServer } from "node:net";

/** The wanted port, or the next one that nobody listens on, neither at the host nor at what "localhost" may also mean. */
export async function findPort(wanted, host) {
  const hosts = host === "127.0.0.1" ? [host, "::1"] : [host];
  for (let port = wanted; port < Math.min(wanted + 100, 65_536); port++) {
    const states = await Promise.all(hosts.map((each) => tryPort(port, each)));
    if (states.includes("EACCES"))
      throw new Error(`This user may not listen on port ${port}; set PORT to 1024 or more.`);
    if (states[0] === "EADDRNOTAVAIL" || states[0] === "ENOTFOUND")
      throw new Error(`HOST=${host} is no address of this machine.`);
    if (!states.includes("EADDRINUSE")) return port;
  }
  throw new Error(`No free port from ${wanted} to ${wanted + 99}; set PORT.`);
}

function tryPort(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.on("error", (error) => resolve(error.code));
    server.listen({ port, host }, () => server.close(() => resolve("free")));
  });
}

/** PORT as a number, or a refusal that names it. */
export function parsePort(text = "3000") {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`PORT must be a whole number from 1 to 65535, not "${text}".`);
}
