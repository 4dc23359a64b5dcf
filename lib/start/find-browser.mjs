import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** A Chromium for the browser flows: CHROMIUM_PATH, the system's, Playwright's own, or one installed by apt where we may. */
export async function findBrowser({ step, run }) {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM_PATH names ${given}, which does not exist.`);
  }
  const found = onSystem() ?? (await ofPlaywright());
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await step("Installing Chromium", async () => {
      await run(["apt-get", "update"], { env });
      await run(["apt-get", "install", "-y", "--no-install-recommends", "chromium"], { env });
    });
    const installed = onSystem();
    if (installed) return installed;
  }
  throw new Error(
    "The browser flows need Chromium, and none was found. Install it (Debian, Ubuntu: sudo apt-get install chromium; " +
      "elsewhere: npx playwright install chromium), or set CHROMIUM_PATH.",
  );
}

function onSystem() {
  for (const name of NAMES) {
    const { status, stdout } = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
    // Ubuntu's package is a stub that asks for a snap: only a program that answers counts.
    if (status === 0 && spawnSync(stdout.trim(), ["--version"], { timeout: 20_000 }).status === 0) return stdout.trim();
  }
  return MAC.find((path) => existsSync(path));
}

async function ofPlaywright() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}
