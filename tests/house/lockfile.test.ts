import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Package {
  optionalDependencies?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const lock: Record<string, Package> = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
const manifest: Package = JSON.parse(readFileSync("package.json", "utf8"));

/** Builds for other platforms that the lock forgot: `npm ci` fails on the machine that needs one. */
function missingBuilds(packages: Record<string, Package>): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !placesToLook(path).some((place) => `${place}node_modules/${name}` in packages))
      .map((name) => `${path} → ${name}`),
  );
}

/** "a/node_modules/b" looks in "a/node_modules/b/", then "a/", then the root, as Node does. */
function placesToLook(path: string): string[] {
  const steps = path === "" ? [] : path.split("/node_modules/");
  return [...steps.map((_, depth) => `${steps.slice(0, steps.length - depth).join("/node_modules/")}/`), ""];
}

test("every optional build of every package is in the lock", () => {
  expect(missingBuilds(lock)).toEqual([]);
});

test("a build that the lock forgot is found, one that is nested or at the root is not", () => {
  const optionalDependencies = { "@x/darwin": "1", "@x/linux": "1", "@x/win32": "1" };
  const packages = {
    "node_modules/a/node_modules/x": { optionalDependencies },
    "node_modules/a/node_modules/@x/linux": {},
    "node_modules/@x/win32": {},
  };
  expect(missingBuilds(packages)).toEqual(["node_modules/a/node_modules/x → @x/darwin"]);
});

test("every package is pinned to one version", () => {
  const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});
