import { expect, test } from "vitest";
import { z } from "zod";
import { AppError, invalidInput } from "@/lib/errors";

const Input = z.strictObject({ answers: z.array(z.object({ level: z.enum(["low", "high"]) })) });

test("a refused input names each field once, by its dotted path", () => {
  const { error } = Input.safeParse({ answers: [{ level: "low" }, { level: 3 }], accountId: 1, role: "admin" });
  const refused = invalidInput(error as z.ZodError);
  expect(refused).toBeInstanceOf(AppError);
  expect(refused.kind).toBe("invalid");
  expect(Object.keys(refused.fields).sort()).toEqual(["accountId", "answers.1.level", "role"]);
  expect(refused.fields.role).toBe("is not a known field");
  expect(refused.message).toContain("answers.1.level: ");
});

test("an input of the wrong kind is refused as a whole", () => {
  expect(Object.keys(invalidInput(Input.safeParse(null).error as z.ZodError).fields)).toEqual([""]);
});
