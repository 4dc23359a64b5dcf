import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, test as base, expect, type Page, type Request } from "@playwright/test";
import { hydrated } from "@/tests/hydrated";

export { expect };

/** A page whose console stays clean: any error written there fails the test. */
export const test = base.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(`${message.text()} · ${message.location().url}`);
    });
    page.on("pageerror", (error) => errors.push(error.message));
    const flying = new Set<Request>();
    FLYING.set(page, flying);
    page.on("request", (request) => request.method() === "POST" && flying.add(request));
    page.on("requestfinished", (request) => flying.delete(request));
    page.on("requestfailed", (request) => flying.delete(request));
    const goto = page.goto.bind(page);
    page.goto = async (...where) => {
      const answer = await goto(...where);
      await comeAlive(page);
      return answer;
    };
    await use(page);
    expect(errors, "errors in the browser's console").toEqual([]);
  },
});

export type Persona = "csm" | "am" | "manager" | "admin" | "viewer";

const cookiesOf = new Map<Persona, Awaited<ReturnType<BrowserContext["cookies"]>>>();

/** Signs in as one of the demo's people and waits for the page asked for, else their first. Who has signed in before in this
 * worker is still signed in. */
export async function signIn(page: Page, persona: Persona, path = "/"): Promise<void> {
  await page.context().clearCookies();
  await page.context().addCookies(cookiesOf.get(persona) ?? []);
  await page.goto(path);
  if (new URL(page.url()).pathname === "/sign-in") {
    await page.getByLabel("Email").fill(`${persona}@demo.test`);
    await page.getByLabel("Password").fill("bellwether-demo");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    cookiesOf.set(persona, await page.context().cookies());
  }
  await atHome(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await comeAlive(page);
}

/** Waits until "/" has led on to the person's own first screen: what is opened before that is left again for it. */
export async function atHome(page: Page): Promise<void> {
  await page.waitForURL(({ pathname }) => pathname !== "/" && !/^\/(link|sign-in)\b/.test(pathname));
}

const FLYING = new WeakMap<Page, Set<Request>>();

/** Waits until the server has answered whatever the page sent it to save, also what followed on an answer. */
export async function allSaved(page: Page): Promise<void> {
  for (let quiet = 0; quiet < 5; quiet++) {
    if ((FLYING.get(page)?.size ?? 0) > 0) quiet = -1;
    await page.waitForTimeout(100);
  }
}

/** Waits until the page answers keys and clicks: every control on it is React's, and its effects have run. However slow the
 * machine, what a test does next is not lost. "/" is no page: it leads on to the person's first screen or to sign in. */
export async function comeAlive(page: Page): Promise<void> {
  await page.waitForURL(({ pathname }) => pathname !== "/");
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(hydrated, "main button, main [role=grid], main form, nav a");
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  );
}

/** Has long lists drawn whole, as for printing: else only as far as one looks. */
export async function drawWhole(page: Page): Promise<void> {
  await comeAlive(page);
  await page.evaluate(() => void window.dispatchEvent(new Event("beforeprint")));
}

/** What axe finds on the page as it stands, by rule and place. It runs in the page, which has no frames, and describes at length
 * only what is wrong. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .setLegacyMode()
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}
