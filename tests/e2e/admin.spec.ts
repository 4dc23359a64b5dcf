import { expect, signIn, test } from "./flow";

test("an admin sees who has which role, and may invite", async ({ page }) => {
  await signIn(page, "admin");
  await page.goto("/settings/people");
  await expect(page.getByText("csm@demo.test")).toBeVisible();
  await expect(page.getByRole("button", { name: /Invite/ }).first()).toBeVisible();
});

test("a program without a key is told so, in problem+json", async ({ request }) => {
  const answer = await request.post("/api/v1/score", { data: {} });
  expect(answer.status()).toBe(401);
  expect(answer.headers()["content-type"]).toContain("application/problem+json");
});
