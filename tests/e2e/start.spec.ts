import { expect, test } from "@playwright/test";
import { comeAlive, signIn } from "./flow";

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

test("a browser that asks for an icon before the page has named one is given it, signed in or not", async ({
  request,
}) => {
  const icon = await request.get("/favicon.ico");
  expect(icon.status()).toBe(200);
  expect((await icon.body()).subarray(0, 4)).toEqual(Buffer.from([0, 0, 1, 0]));
});

test("a screen full of links reads none of their pages ahead until the mouse is on one", async ({ page }) => {
  const ahead = new Set<string>();
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    // What the framework asks of the page that it is on leads nowhere.
    if (request.headers()["next-router-prefetch"] && pathname !== "/portfolio") ahead.add(pathname);
  });
  await signIn(page, "manager", "/portfolio?owner=all");
  await comeAlive(page);
  expect([...ahead]).toEqual([]);
  await page.getByRole("navigation").getByRole("link", { name: "Forecast" }).first().hover();
  await expect.poll(() => [...ahead]).toEqual(["/forecast"]);
});
