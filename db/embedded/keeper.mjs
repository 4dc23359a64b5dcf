import { rmSync } from "node:fs";
import { sweepLeases } from "./acquire-database.mjs";

// Outlives its parent by a moment: however the parent ends, its lease ends too, and with the last lease the server.
const [dir, lease, namespaces] = process.argv.slice(2);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
process.on("disconnect", async () => {
  rmSync(lease, { force: true });
  await sweepLeases(dir, { namespaces: namespaces === "true" }).catch(() => {});
  process.exit();
});
