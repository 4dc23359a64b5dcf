import { expect, test } from "@playwright/test";

test("a stranger is asked to sign in, and the demo's success manager then sees triage", async ({ page }) => {
  await page.goto("/triage");
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel("Email").fill("csm@demo.test");
  await page.getByLabel("Password").fill("bellwether-demo");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/triage/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a started application is live and ready", async ({ request }) => {
  expect(await (await request.get("/api/live")).json()).toEqual({ live: true });
  expect((await request.get("/api/ready")).status()).toBe(200);
});
