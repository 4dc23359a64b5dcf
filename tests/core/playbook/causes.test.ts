import { describe, expect, test } from "vitest";
import { causeOf, causeOfMeasure } from "@/lib/core/playbook/cause-of";
import { CAUSE_BOOK, CAUSES } from "@/lib/core/playbook/causes";
import { PLAYS, playNamed } from "@/lib/core/playbook/plays";
import { playsFor } from "@/lib/core/playbook/plays-for";

describe("causes and plays", () => {
  const part = (kind: string, key: string | null, value: number) => ({ kind: kind as "data", key, part: value });
  test("the cause is that of the measures that lost most together", () => {
    const parts = [
      part("data", "severity_load", -5),
      part("data", "active_user_trend", -4),
      part("data", "seat_use", -3),
    ];
    expect(causeOf({ parts })).toEqual({
      ...{ cause: "usage_decline", measures: ["active_user_trend", "seat_use"], share: expect.closeTo(7 / 12, 9) },
    });
    expect(causeOf({ parts: [...parts].reverse() })?.cause).toBe("usage_decline");
    expect(causeOf({ parts: [part("missing", "nps", -9), part("data", "nps", -1)] })?.cause).toBe("data_fault");
    expect(causeOf({ parts: [part("model", null, -9), part("data", "nps", 4)] })).toBeNull();
  });
  test("a tie goes to the cause named first", () => {
    const parts = [part("data", "severity_load", -5), part("data", "stickiness", -5)];
    expect(causeOf({ parts })?.cause).toBe("usage_decline");
  });
  test("an installation's own measure speaks for no cause, the five components speak for theirs", () => {
    expect(causeOfMeasure("metric:api_calls:mean")).toBeNull();
    expect(["usage", "engagement", "business", "support", "contract"].map(causeOfMeasure)).not.toContain(null);
  });
  test("every cause has a name and every play it names exists; product issue and unmet demand are routed", () => {
    expect(CAUSES).toHaveLength(11);
    for (const cause of CAUSES) for (const key of CAUSE_BOOK[cause].plays) expect(playNamed(key).key).toBe(key);
    expect([CAUSE_BOOK.product_issue.route, CAUSE_BOOK.unmet_demand.route]).toEqual([
      "product_owner",
      "expansion_lead",
    ]);
  });
  test("an early renewal talk asks for 120 days and clean payments; a data fault suggests nothing", () => {
    const keys = (daysToDecideBy: number, paymentsClean: boolean) =>
      playsFor({ cause: "relationship_loss", tone: "yellow", daysToDecideBy, paymentsClean }).map(({ key }) => key);
    expect(keys(200, true)).toEqual(["champion_replacement", "early_renewal"]);
    expect(keys(119, true)).toEqual(["champion_replacement", "renewal"]);
    expect(keys(200, false)).toEqual(["champion_replacement"]);
    expect(playsFor({ cause: "data_fault", tone: "red", daysToDecideBy: 10, paymentsClean: true })).toEqual([]);
    expect(PLAYS).toHaveLength(9);
  });
});
