import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { keyMay, mayEver, type Permission, ROLES, type Role } from "@/lib/core/access";
import type { Actor, Ctx } from "@/lib/server/context";

const cards = [{ accountId: 1 }];

/** Every command: the permission it asks for, and an input that gets it as far as asking. */
const REGISTRY: Record<string, { permission: Permission; input?: unknown }> = {
  "accept-link": { permission: "link:accept" },
  "add-note": { permission: "work:write" },
  "adopt-default-model": { permission: "model:publish" },
  "assign-owner": { permission: "owner:assign", input: { accountIds: [1] } },
  "change-own-password": { permission: "self:write" },
  "collect-notices": { permission: "run:compute" },
  "deliver-events": { permission: "run:compute" },
  "fan-out-notices": { permission: "run:compute" },
  "prune-notices": { permission: "run:compute" },
  "mail-notices": { permission: "run:compute" },
  "read-notifications": { permission: "self:write" },
  "remove-endpoint": { permission: "settings:write" },
  "remove-notice-rule": { permission: "settings:write" },
  "request-scorecards": { permission: "work:write", input: { accountIds: [1], about: "month" } },
  "reopen-month": { permission: "scorecard:reopen" },
  "save-card-rules": { permission: "settings:write" },
  "publish-answer-texts": { permission: "model:publish" },
  "submit-month": { permission: "scorecard:submit" },
  "resend-delivery": { permission: "settings:write" },
  "save-endpoint": { permission: "settings:write" },
  "save-notice-rule": { permission: "settings:write" },
  "save-preferences": { permission: "self:write" },
  "test-endpoint": { permission: "settings:write" },
  "claim-due-sources": { permission: "run:compute" },
  "close-plan": { permission: "work:write" },
  "compute-run": { permission: "run:compute" },
  "raise-shift": { permission: "run:compute" },
  "tell-lists": { permission: "run:compute" },
  "subscribe-list": { permission: "self:write" },
  "create-draft": { permission: "model:draft" },
  "save-draft": { permission: "model:draft" },
  "remove-draft": { permission: "model:draft" },
  "withdraw-version": { permission: "model:publish" },
  "request-replay": { permission: "model:publish" },
  "replay-version": { permission: "run:compute" },
  "create-api-key": { permission: "key:create" },
  "create-first-admin": { permission: "admin:create_first" },
  "deactivate-person": { permission: "person:manage" },
  "export-list": { permission: "export:list" },
  "export-tables": { permission: "export:all", input: { tables: [], asOf: null } },
  "forget-requests": { permission: "run:compute" },
  "import-file": { permission: "import:run" },
  "ingest-rows": { permission: "import:run", input: { table: "usage_days", rows: [] } },
  "invite-person": { permission: "person:manage" },
  "log-review": { permission: "work:write" },
  "mark-triage": { permission: "work:write" },
  "pin-view": { permission: "self:write" },
  "remove-view": { permission: "self:write" },
  "save-keys": { permission: "self:write" },
  "save-view": { permission: "self:write" },
  "patch-account": { permission: "import:run", input: { key: "a", change: {}, ifMatch: null } },
  "prune-runs": { permission: "run:compute" },
  "publish-model": { permission: "model:publish", input: { model: { definitions: { default: { bands: [] } } } } },
  "reactivate-person": { permission: "person:manage" },
  "record-outcome": { permission: "outcome:record" },
  "review-case": { permission: "outcome:record" },
  "remove-note": { permission: "work:write" },
  "remove-review": { permission: "work:write" },
  "remove-source": { permission: "source:manage" },
  "replay-accounts": { permission: "run:compute" },
  "replay-history": { permission: "run:compute" },
  "replay-decisions": { permission: "run:compute" },
  "draft-from-outcomes": { permission: "model:draft" },
  "sign-model-review": { permission: "model:review" },
  "reset-password": { permission: "person:manage" },
  "revoke-key": { permission: "key:revoke" },
  "run-source": { permission: "import:run" },
  "reset-playbook": { permission: "settings:write" },
  "save-playbook": { permission: "settings:write" },
  "save-ranking": { permission: "settings:write" },
  "approve-plan": { permission: "plan:approve" },
  "record-decision": { permission: "decision:record" },
  "record-forecast-call": { permission: "forecast:call" },
  "take-back-call": { permission: "forecast:call" },
  "save-forecast-rates": { permission: "settings:write" },
  "set-next-step": { permission: "work:write" },
  "create-calendar-feed": { permission: "self:write" },
  "end-calendar-feed": { permission: "self:write" },
  "save-plan": { permission: "work:write" },
  "save-scorecard-drafts": { permission: "scorecard:submit", input: { period: "2026-11", drafts: cards } },
  "save-source": { permission: "source:manage" },
  "set-roles": { permission: "person:manage" },
  "release-holds": { permission: "run:compute" },
  "end-cover": { permission: "book:cover" },
  "set-cover": { permission: "book:cover" },
  "hand-over-book": { permission: "owner:assign" },
  "settle-hold": { permission: "hold:settle" },
  "settle-divergence": { permission: "divergence:settle" },
  "settle-streams": { permission: "run:compute" },
  "sign-out-everywhere": { permission: "self:write" },
  "submit-scorecards": { permission: "scorecard:submit", input: { period: "2026-11", cards } },
  "tag-accounts": { permission: "work:write" },
  "take-segment-batch": { permission: "import:run" },
  "take-stripe-event": { permission: "import:run" },
  "test-source": { permission: "source:manage" },
  "update-accounts": { permission: "run:compute" },
  "update-settings": { permission: "settings:write" },
  "apply-import": { permission: "import:run" },
  "correct-signal": { permission: "import:run" },
  "describe-import": { permission: "import:run" },
  "discard-import": { permission: "import:run" },
  "map-import": { permission: "import:run" },
  "preview-import": { permission: "import:run" },
  "prune-imports": { permission: "import:run" },
  "request-import": { permission: "import:run" },
  "save-mapping": { permission: "import:run" },
  "start-import": { permission: "import:run" },
  "undo-import": { permission: "import:run" },
  "upload-import-file": { permission: "import:run" },
};

const files = readdirSync("lib/commands").map((name) => name.replace(/\.ts$/, ""));

const untouchable = new Proxy({} as Database, {
  get() {
    throw new Error("the database was touched");
  },
});

function actingAs(actor: Actor): Ctx {
  return { actor, db: untouchable, today: "2026-11-30", now: new Date("2026-11-30T09:00:00Z") };
}

const person = (...roles: Role[]): Actor => ({ kind: "person", personId: 1, name: "P", email: "p@demo.test", roles });
const key = (scope: "read" | "write" | "admin"): Actor => ({ kind: "key", keyId: 1, name: "k", scopes: [scope] });

/** What the command says to this actor: "forbidden", or how far it came otherwise. */
async function answerOf(file: string, actor: Actor): Promise<string> {
  const name = file.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const { [name]: command } = (await import(`../../lib/commands/${file}.ts`)) as Record<string, unknown>;
  if (typeof command !== "function") throw new Error(`lib/commands/${file}.ts does not export ${name}`);
  try {
    await command(actingAs(actor), REGISTRY[file]?.input ?? {});
    return "done";
  } catch (error) {
    return (error as { kind?: string }).kind ?? (error as Error).message;
  }
}

describe("every command", () => {
  it("stands in the registry of this test, and nothing else does", () => {
    expect(Object.keys(REGISTRY).sort()).toEqual(files.sort());
  });

  describe.each(Object.entries(REGISTRY))("%s", (file, { permission }) => {
    it("refuses a person without roles before it touches the database", async () => {
      expect(await answerOf(file, person())).toBe("forbidden");
    });

    const powerless = ROLES.filter((role) => !mayEver([role], permission));
    it.each(powerless)("refuses a person who is only %s before it touches the database", async (role) => {
      expect(await answerOf(file, person(role))).toBe("forbidden");
    });

    const tooNarrow = (["read", "write", "admin"] as const).filter((scope) => !keyMay([scope], permission));
    it.each(tooNarrow)("refuses a key with the scope %s before it touches the database", async (scope) => {
      expect(await answerOf(file, key(scope))).toBe("forbidden");
    });

    const allowed = ROLES.filter((role) => mayEver([role], permission));
    it.each(allowed)("lets %s past its first line", async (role) => {
      expect(await answerOf(file, person(role))).not.toBe("forbidden");
    });
  });

  it("that only reads is all that a viewer may: a viewer writes nothing but their own password, sessions, preferences, calendar feed, subscriptions and what they have read, and what they took out into the log", () => {
    const mayWrite = Object.entries(REGISTRY).filter(([, { permission }]) => mayEver(["viewer"], permission));
    expect(mayWrite.map(([file]) => file).sort()).toEqual([
      "change-own-password",
      "create-calendar-feed",
      "end-calendar-feed",
      "export-list",
      "pin-view",
      "read-notifications",
      "remove-view",
      "save-keys",
      "save-preferences",
      "save-view",
      "sign-out-everywhere",
      "subscribe-list",
    ]);
  });
});
