import { allSaved, comeAlive, expect, signIn, test } from "./flow";

test("notices are read one key press each, at once also on a slow machine, and come back unread", async ({ page }) => {
  await signIn(page, "csm", "/inbox");
  const list = page.getByRole("list", { name: "Notices" });
  const texts = () => list.getByRole("link").allInnerTexts();
  const before = await texts();
  const read = before.slice(0, 3);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 5 });
  // Whatever comes meanwhile: a key acts on the notice that is read, and that one leaves.
  for (const text of read) {
    await page.keyboard.press("e");
    await expect.poll(texts).not.toContain(text);
  }
  await allSaved(page);
  expect(await texts()).toEqual(expect.arrayContaining(before.slice(3)));
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });

  await page.reload();
  await comeAlive(page);
  for (const text of read) expect(await texts()).not.toContain(text);
  await page.goto("/inbox?show=all");
  expect(await texts()).toEqual(expect.arrayContaining(read.map((text) => text.replace(/^Unread:\s+/, ""))));
});

test("a notice that is read by its button leaves the keyboard on the next one, and Ctrl+Z brings it back", async ({
  page,
}) => {
  await signIn(page, "manager", "/inbox");
  const rows = page.getByRole("list", { name: "Notices" }).getByRole("listitem");
  const first = await rows.first().getByRole("link").innerText();
  await rows.first().getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expect(rows.first()).not.toContainText(first);
  await expect(rows.first().getByRole("button")).toBeFocused();
  await allSaved(page);
  await page.keyboard.press("Control+z");
  await expect(rows.filter({ hasText: first })).toBeVisible();
});
