import { describe, expect, test } from "vitest";
import { navItems } from "@/components/shell/nav-items";
import { phoneItems } from "@/components/shell/phone-items";
import { ROLES } from "@/lib/core/access";

const namesOf = (items: readonly { name: string }[]) => items.map(({ name }) => name);

describe("the phone's bar", () => {
  test.each(ROLES)("holds three screens for a %s, and the sheet all the others", (role) => {
    const { bar, rest } = phoneItems([role]);
    expect(bar).toHaveLength(3);
    expect([...namesOf(bar), ...namesOf(rest)].sort()).toEqual(namesOf(navItems([role])).sort());
  });

  test("an account manager's begins with scorecards, a CSM's with triage, a manager's with the portfolio", () => {
    expect(namesOf(phoneItems(["am"]).bar)[0]).toBe("Scorecards");
    expect(namesOf(phoneItems(["csm"]).bar)[0]).toBe("Triage");
    expect(namesOf(phoneItems(["manager"]).bar)[0]).toBe("Portfolio");
  });

  test("people of several roles get the bar of the strongest", () => {
    expect(phoneItems(["csm", "manager"]).bar).toEqual(phoneItems(["manager"]).bar);
  });

  test("people without a role still reach every screen that anybody may see", () => {
    expect(namesOf(phoneItems([]).rest)).toContain("Triage");
  });
});
