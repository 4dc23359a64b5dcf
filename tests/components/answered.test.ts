import { readFileSync } from "node:fs";
import { UnrecognizedActionError } from "next/dist/client/components/unrecognized-action-error";
import { redirect } from "next/navigation";
import { describe, expect, it } from "vitest";
import { answered } from "@/components/ui/answered";
import { isSignedOut } from "@/components/ui/signed-out";
import { filesBelow } from "@/tests/house/source-files";

/** They keep what was typed and send it again by themselves, and tell an absent server from one that failed. */
const RETRY = ["components/model/use-model-draft.ts", "components/scorecard/use-saving.ts"];

describe("A server action", () => {
  it("that answers is passed on, refusals too", async () => {
    for (const answer of [
      { ok: true, value: 3 },
      { ok: false, message: "name: is required", fields: {} },
    ])
      expect(await answered(Promise.resolve(answer))).toBe(answer);
  });

  it("that cannot be reached is a refusal which says so", async () => {
    expect(await answered(Promise.reject(new TypeError("Failed to fetch")))).toEqual({
      ok: false,
      kind: "unavailable",
      message: "The server did not answer. Try again.",
      fields: {},
    });
  });

  it("that the server no longer knows says to reload, and to copy the words first", async () => {
    const answer = await answered(Promise.reject(new UnrecognizedActionError("not found")));
    expect(answer).toMatchObject({ ok: false, message: expect.stringMatching(/Copy what you wrote, then reload/) });
  });

  it("still leads elsewhere where its answer is another page", async () => {
    const call = (async () => redirect("/sign-in"))();
    await expect(answered(call)).rejects.toThrow("NEXT_REDIRECT");
  });

  it("of a session that has ended is noted until the next one is answered: the way to sign in stands beside the form", async () => {
    const out = { ok: false, kind: "unauthenticated", message: "You were signed out.", fields: {} };
    expect(await answered(Promise.resolve(out))).toBe(out);
    expect(isSignedOut()).toBe(true);
    await answered(Promise.reject(new TypeError("Failed to fetch")));
    expect(isSignedOut()).toBe(true);
    await answered(Promise.resolve({ ok: true, value: 1 }));
    expect(isSignedOut()).toBe(false);
  });

  it("is never awaited bare by a component, which would throw the form away with its words", () => {
    const bare = filesBelow("components").flatMap((path) => {
      const text = readFileSync(path, "utf8");
      const imports = [...text.matchAll(/^import \{([^}]+)\} from "@\/lib\/actions\//gm)];
      const names = imports.flatMap(([, list = ""]) => list.split(",").map((name) => name.trim()));
      return names
        .filter((name) => new RegExp(`\\b(await|void) ${name}\\(`).test(text))
        .map((name) => `${path}: ${name}`);
    });
    expect([...new Set(bare.map((found) => found.split(":")[0]))]).toEqual(RETRY);
  });
});
