import { describe, expect, test } from "vitest";
import { databaseOn } from "@/db/client";
import { subscribeList } from "@/lib/commands/subscribe-list";
import { tellLists } from "@/lib/commands/tell-lists";
import { systemContext } from "@/lib/server/context";
import { listBook, OTHER, setRow } from "./list-book";

const book = listBook();
const set = (what: string, id?: number) => setRow(book.pool, what, id);

describe("a subscription", () => {
  const ask = { list: "falling", query: "owner=team" } as const;
  const owed = async () =>
    (await book.pool.query("select payload from outbox where kind = 'list_joined' order by id")).rows.map(
      ({ payload }) => payload,
    );

  test("tells of accounts that join, once each time, and no more once it has ended", async () => {
    await set("tone = 3, delta_30 = -15");
    await subscribeList(book.ctx, { ...ask, isOn: true });
    const system = await systemContext("test", databaseOn(book.pool));
    expect(await tellLists(system)).toBe(0);
    await set("tone = 3, delta_30 = -15", OTHER);
    expect(await tellLists(system)).toBe(1);
    expect(await tellLists(system)).toBe(0);
    expect(await owed()).toMatchObject([{ personId: 1, count: 1, names: ["a2"], list: "falling" }]);
    await set("delta_30 = 0");
    expect(await tellLists(system)).toBe(0);
    await set("delta_30 = -15");
    expect(await tellLists(system)).toBe(1);
    await subscribeList(book.ctx, { ...ask, isOn: false });
    await set("delta_30 = 0", OTHER);
    await set("delta_30 = -15", OTHER);
    expect(await tellLists(system)).toBe(0);
    expect(await owed()).toHaveLength(2);
  });
});
