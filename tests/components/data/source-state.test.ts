import { describe, expect, it } from "vitest";
import { agoText } from "@/components/data/ago-text";
import { freshnessText, sourceState } from "@/components/data/source-state";

const facts = { enabled: true, promisedHours: 26, deliveredMinutesAgo: 130, failing: [] };

describe("a source", () => {
  it("is on time within its promise and late after it", () => {
    expect(sourceState(facts)).toBe("on_time");
    expect(sourceState({ ...facts, deliveredMinutesAgo: 26 * 60 })).toBe("on_time");
    expect(sourceState({ ...facts, deliveredMinutesAgo: 26 * 60 + 1 })).toBe("late");
    expect(freshnessText(facts)).toBe("2 of 26 h");
  });

  it("that failed, is off or never delivered says so first", () => {
    expect(sourceState({ ...facts, failing: ["usage_days"] })).toBe("failed");
    expect(sourceState({ ...facts, enabled: false, failing: ["usage_days"] })).toBe("off");
    expect(sourceState({ ...facts, deliveredMinutesAgo: null })).toBe("waiting");
    expect(freshnessText({ ...facts, deliveredMinutesAgo: null })).toBe("– of 26 h");
  });

  it("tells its age in the unit that people would use", () => {
    expect([0, 1, 59, 60, 47 * 60, 48 * 60].map(agoText)).toEqual([
      "just now",
      "1 min ago",
      "59 min ago",
      "1 h ago",
      "47 h ago",
      "2 d ago",
    ]);
  });
});
