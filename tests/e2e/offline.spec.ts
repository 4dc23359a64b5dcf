import { test as unwatched } from "@playwright/test";
import { expect, signIn } from "./flow";

// No other test writes on Holloway Diagnostics. A request that does not arrive is an error in the console: what these are about.
const ACCOUNT = "/accounts/holloway-diagnostics";
const NO_ANSWER = "The server did not answer. Try again.";

unwatched(
  "a note that finds no server keeps its words and says so; sent again it is saved",
  async ({ page, context }) => {
    await signIn(page, "csm", ACCOUNT);
    await page.keyboard.press("n");
    const dialog = page.getByRole("dialog", { name: /^Note on/ });
    const words = dialog.getByRole("textbox", { name: "What happened" });
    await words.fill("Their platform lead asked for the audit export.");

    await context.setOffline(true);
    await page.keyboard.press("Control+Enter");
    await expect(dialog.getByRole("alert")).toHaveText(NO_ANSWER);
    await expect(words).toHaveValue("Their platform lead asked for the audit export.");

    await context.setOffline(false);
    await page.keyboard.press("Control+Enter");
    await expect(dialog).toBeHidden();
    await expect(page.getByText("Note saved")).toBeVisible();

    // What takes it back is told as well where it finds no server, and offers to try again.
    await context.setOffline(true);
    await page.keyboard.press("Control+z");
    const toasts = page.getByRole("region", { name: "Notifications" });
    const told = toasts.getByText("Not taken back: Note saved");
    await expect(told).toBeVisible();
    await context.setOffline(false);
    await toasts.getByText("Retry").click();
    await expect(told).toBeHidden();
    await expect(page.getByText("Their platform lead asked for the audit export.")).toBeHidden();
  },
);

unwatched(
  "a note written when the session has ended keeps its words; signed in again in another tab, it is saved",
  async ({ page, context }) => {
    await signIn(page, "csm", ACCOUNT);
    await page.keyboard.press("n");
    const dialog = page.getByRole("dialog", { name: /^Note on/ });
    const words = dialog.getByRole("textbox", { name: "What happened" });
    await words.fill("Their new sponsor starts in January.");

    await context.clearCookies();
    await page.keyboard.press("Control+Enter");
    await expect(dialog.getByRole("alert")).toHaveText(/^You were signed out\./);
    await expect(words).toHaveValue("Their new sponsor starts in January.");

    const opened = context.waitForEvent("page");
    await dialog.getByRole("link", { name: "sign in in a new tab" }).click();
    const other = await opened;
    await other.getByLabel("Email").fill("csm@demo.test");
    await other.getByLabel("Password").fill("bellwether-demo");
    await other.keyboard.press("Enter");
    await other.waitForURL(({ pathname }) => pathname === "/triage");
    await other.close();

    await words.press("Control+Enter");
    await expect(dialog).toBeHidden();
    await expect(page.getByText("Note saved")).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(page.getByText("Their new sponsor starts in January.")).toBeHidden();
  },
);

unwatched(
  "a correction that finds no server keeps what was typed, and its button works again",
  async ({ page, context }) => {
    await signIn(page, "admin", ACCOUNT);
    await page.getByRole("button", { name: "Correct a row" }).click();
    const dialog = page.getByRole("dialog", { name: "Correct one row" });
    // A row that nobody has, so that nothing is changed once the server is there again.
    for (const key of await dialog.getByLabel(/^Row: /).all()) await key.fill("2001-01-01");
    await dialog.getByLabel("Right value").fill("7");
    await dialog.getByLabel("Reason").fill("Counted twice");

    await context.setOffline(true);
    await dialog.getByRole("button", { name: "Correct it" }).click();
    await expect(dialog.getByRole("alert")).toHaveText(NO_ANSWER);
    await expect(dialog.getByLabel("Reason")).toHaveValue("Counted twice");

    await context.setOffline(false);
    await dialog.getByRole("button", { name: "Correct it" }).click();
    await expect(dialog.getByRole("alert")).not.toHaveText(NO_ANSWER);
    await expect(dialog.getByLabel("Reason")).toHaveValue("Counted twice");
  },
);
