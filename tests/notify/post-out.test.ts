import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { postOut } from "@/lib/server/notify/post-out";
import { receiver } from "./receiver";

let there: Awaited<ReturnType<typeof receiver>>;
beforeAll(async () => {
  there = await receiver(() => "never");
});
afterAll(() => {
  there.close();
  delete process.env.WEBHOOKS_TO_PRIVATE;
});

it.each([
  ...[
    "http://127.0.0.1/",
    "http://0x7f000001/",
    "http://2130706433/",
    "http://127.1/",
    "http://0/",
    "https://10.0.0.1/",
  ],
  ...[
    "http://169.254.169.254/latest/meta-data",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
  ],
  ...["http://[fe80::1]/", "http://[fd00::1]/", "http://localhost/"],
])("nothing is posted to %s", async (url) => {
  expect(await postOut(url, "{}", {})).toEqual({ status: null, error: expect.stringMatching(/not a public address/) });
});

it.each([
  "https://example.com:8443/",
  "http://user:word@example.com/",
  "ftp://example.com/",
  "file:///etc/passwd",
  "x",
])("%s is refused before anything is looked up", async (url) => {
  expect(await postOut(url, "{}", {})).toEqual({ status: null, error: expect.stringMatching(/^The address must/) });
});

it("whoever does not answer within ten seconds is given up for now", async () => {
  process.env.WEBHOOKS_TO_PRIVATE = "1";
  const really = AbortSignal.timeout;
  const limit = vi.spyOn(AbortSignal, "timeout").mockImplementation((millis) => really.call(AbortSignal, millis / 50));
  expect(await postOut(there.url, "{}", {})).toEqual({ status: null, error: "no answer within 10 seconds" });
  expect(limit.mock.calls).toEqual([[10_000]]);
  limit.mockRestore();
});
