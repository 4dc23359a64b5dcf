import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

// For the container image, which has neither tsx nor packages of its own: prepare.ts and every task as one file each.
const tasks = readdirSync(join(ROOT, "lib/start/tasks")).map((name) => `lib/start/tasks/${name}`);
await bundle(["lib/start/prepare.ts", ...tasks], process.argv[2] ?? "tools");
