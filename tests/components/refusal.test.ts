import { describe, expect, it } from "vitest";
import { refusalOf, type WorkAct } from "@/components/work/refusal";
import { may, type Permission, ROLES } from "@/lib/core/access";

const ACTS: [WorkAct, Permission][] = [
  ...(["snooze", "note", "plan", "review", "tag", "done", "ask"] as const).map(
    (act) => [act, "work:write"] as [WorkAct, Permission],
  ),
  ["owner", "owner:assign"],
  ["decide", "decision:record"],
];
const target = (own: boolean, team = false) => ({ accountId: 1, slug: "n", name: "Northwind", tone: 2, own, team });

describe("What is offered about an account", () => {
  it.each(ACTS)("%s is what the server would let pass: %s, for every role and relation", (act, permission) => {
    for (const role of ROLES)
      for (const to of [target(true, true), target(true), target(false, true), target(false)])
        expect(refusalOf([role], act, [to]) === null, `${role} ${to.own} ${to.team}`).toBe(may([role], permission, to));
  });

  it("is refused in words, before a form is filled in", () => {
    expect(refusalOf(["csm"], "plan", [target(false)])).toBe(
      "Northwind is outside your book: its own CSM or AM does this.",
    );
    expect(refusalOf(["csm"], "plan", [target(true), target(false), target(false)])).toBe(
      "2 of the 3 chosen are outside your book. Choose only your own.",
    );
    expect(refusalOf(["csm"], "plan", [target(false), target(false)])).toBe("None of the 2 chosen is in your book.");
    expect(refusalOf(["csm"], "note", [target(true), target(true), target(true)])).toBe(
      "A note is about one account, and 3 are chosen. Esc lets go of them.",
    );
    expect(refusalOf(["csm"], "owner", [target(true)])).toBe("Owners are assigned by managers and administrators.");
    expect(refusalOf(["viewer"], "note", [target(true)])).toBe("Viewers change nothing.");
  });
});
