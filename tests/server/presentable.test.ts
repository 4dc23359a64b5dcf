import { expect, test } from "vitest";
import { presentable } from "@/lib/server/presentable";

test("work that waited in vain for another's may be tried again; what went wrong shows its id alone", () => {
  const locked = new Error("Failed query", { cause: Object.assign(new Error("lock timeout"), { code: "55P03" }) });
  expect(presentable(locked, "approvePlan")).toMatchObject({
    kind: "unavailable",
    message: "Scores are being written right now. Nothing was saved: try again in a moment.",
  });
  expect(presentable(new Error("secret"), "approvePlan").message).toMatch(
    /^Something went wrong on our side \([0-9a-f]{8}\)\.$/,
  );
});
