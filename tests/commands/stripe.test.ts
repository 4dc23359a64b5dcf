import type { Pool } from "pg";
import Stripe from "stripe";
import { beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/webhooks/stripe/route";
import { majorAmount } from "@/lib/ingest/stripe-rows";
import { seal, unseal } from "@/lib/server/seal";
import { testDatabase } from "@/tests/setup";

const SECRET = "whsec_test_1";
const DAY = 86_400;
const START = Date.UTC(2026, 0, 1, 12) / 1000;
const END = Date.UTC(2027, 0, 1, 12) / 1000;

let pool: Pool;
let events = 0;
beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "a-secret-of-the-tests-with-32-characters";
  ({ pool } = await testDatabase());
  await pool.query("insert into sources (name, kind, secret, created_by) values ('Old', 'stripe', $1, 'test')", [
    seal("whsec_other"),
  ]);
  await pool.query("insert into sources (name, kind, secret, created_by) values ('Stripe', 'stripe', $1, 'test')", [
    seal(SECRET),
  ]);
  await pool.query(
    "insert into accounts (external_id, slug, name) values ('acme', 'acme', 'Acme'), ('cus_2', 'two', 'Two')",
  );
  await pool.query(
    `insert into account_attributes (account_id, valid_from, attributes)
     select id, '2026-01-01', '{"stripe_customer_id": "cus_3"}' from accounts where external_id = 'acme'`,
  );
});

async function rows<Row>(sql: string): Promise<Row[]> {
  return (await pool.query(sql)).rows as Row[];
}

async function send(
  type: string,
  object: object,
  { created = START, id = `evt_${++events}`, secret = SECRET } = {},
): Promise<{ status: number; answer?: string }> {
  const payload = JSON.stringify({ id, object: "event", type, created, data: { object } });
  const signature = await Stripe.webhooks.generateTestHeaderStringAsync({ payload, secret });
  const headers = { "stripe-signature": signature };
  const answer = await POST(
    new Request("http://localhost/api/webhooks/stripe", { method: "POST", headers, body: payload }),
  );
  return { status: answer.status, answer: ((await answer.json()) as { answer?: string }).answer };
}

const invoice = (more: object = {}) => ({
  id: "in_1",
  object: "invoice",
  customer: "cus_2",
  metadata: {},
  status: "open",
  currency: "usd",
  total: 120_050,
  created: START,
  due_date: START + 30 * DAY,
  status_transitions: { finalized_at: START, paid_at: null },
  ...more,
});

const subscription = (more: object = {}, item: object = {}) => ({
  id: "sub_1",
  object: "subscription",
  customer: "cus_9",
  metadata: { account_id: "ACME" },
  status: "active",
  currency: "usd",
  start_date: START,
  cancel_at: null,
  cancel_at_period_end: false,
  ended_at: null,
  items: {
    data: [
      {
        quantity: 25,
        current_period_start: START,
        current_period_end: END,
        price: { unit_amount: 4_000, recurring: { interval: "month", interval_count: 1 } },
        ...item,
      },
    ],
  },
  ...more,
});

const invoices = () =>
  rows("select external_id, issued_on, due_on, paid_on, amount_cents, currency, disputed from invoices order by 1");

describe("Stripe's events", () => {
  it("of an invoice become its row, and paying it pays it", async () => {
    expect(await send("invoice.finalized", invoice())).toEqual({ status: 200, answer: "taken" });
    const row = {
      external_id: "in_1",
      issued_on: "2026-01-01",
      due_on: "2026-01-31",
      paid_on: null,
      amount_cents: 120_050,
      currency: "USD",
      disputed: false,
    };
    expect(await invoices()).toEqual([row]);
    const paid = { status: "paid", status_transitions: { finalized_at: START, paid_at: START + 3 * DAY } };
    await send("invoice.paid", invoice(paid), { created: START + 3 * DAY });
    expect(await invoices()).toEqual([{ ...row, paid_on: "2026-01-04" }]);
  });

  it("count once, and an older one that comes later changes nothing", async () => {
    const again = invoice({ id: "in_2", total: 500 });
    expect(await send("invoice.updated", again, { id: "evt_x", created: START + 50 })).toMatchObject({
      answer: "taken",
    });
    expect(await send("invoice.updated", again, { id: "evt_x", created: START + 50 })).toMatchObject({
      answer: "nothing",
    });
    const older = invoice({ id: "in_2", total: 900 });
    expect(await send("invoice.finalized", older, { created: START + 49 })).toMatchObject({ answer: "nothing" });
    expect(await rows("select amount_cents from invoices where external_id = 'in_2'")).toEqual([{ amount_cents: 500 }]);
  });

  it("of one second stand by how far the invoice is: a draft does not undo what was paid", async () => {
    const paid = invoice({ id: "in_3", status: "paid", status_transitions: { finalized_at: START, paid_at: START } });
    await send("invoice.paid", paid, { created: START + 60 });
    expect(await send("invoice.finalized", invoice({ id: "in_3" }), { created: START + 60 })).toMatchObject({
      answer: "nothing",
    });
    expect(await rows("select paid_on from invoices where external_id = 'in_3'")).toEqual([{ paid_on: "2026-01-01" }]);
  });

  it("of a voided invoice take it away; drafts and invoices of nothing are none", async () => {
    await send("invoice.voided", invoice({ id: "in_2", status: "void" }), { created: START + 90 });
    await send("invoice.created", invoice({ id: "in_4", status: "draft" }));
    await send("invoice.paid", invoice({ id: "in_5", status: "paid", total: 0 }));
    expect(await rows("select external_id from invoices order by 1")).toEqual([
      { external_id: "in_1" },
      { external_id: "in_3" },
    ]);
  });

  it("have amounts in their currency's own minor unit", async () => {
    await send("invoice.finalized", invoice({ id: "in_6", currency: "jpy", total: 5_000 }));
    await send("invoice.finalized", invoice({ id: "in_7", currency: "kwd", total: 5_000 }));
    await send("invoice.finalized", invoice({ id: "in_8", currency: "isk", total: 5_000 }));
    expect(
      await rows("select currency, amount_cents from invoices where external_id > 'in_5' order by external_id"),
    ).toEqual([
      { currency: "JPY", amount_cents: 5_000 },
      { currency: "KWD", amount_cents: 5_000 },
      { currency: "ISK", amount_cents: 50 },
    ]);
    expect([majorAmount(1050, "usd"), majorAmount(1050, "jpy")]).toEqual(["10.5", "1050"]);
  });

  it("of a subscription become a contract a period, which renews itself until it is cancelled", async () => {
    expect(await send("customer.subscription.created", subscription())).toEqual({ status: 200, answer: "taken" });
    const contracts = () =>
      rows(`select c.external_id, starts_on, ends_on, arr_cents, seats, auto_renew from contracts c
        join accounts a on a.id = account_id where a.external_id = 'acme' order by starts_on`);
    const first = {
      external_id: "sub_1:2026-01-01",
      starts_on: "2026-01-01",
      ends_on: "2026-12-31",
      arr_cents: 1_200_000,
      seats: 25,
      auto_renew: true,
    };
    expect(await contracts()).toEqual([first]);
    const renewed = subscription({}, { quantity: 30, current_period_start: END, current_period_end: END + 365 * DAY });
    await send("customer.subscription.updated", renewed, { created: END });
    const second = {
      external_id: "sub_1:2027-01-01",
      starts_on: "2027-01-01",
      ends_on: "2027-12-31",
      arr_cents: 1_440_000,
      seats: 30,
      auto_renew: true,
    };
    expect(await contracts()).toEqual([first, second]);
    const ended = { status: "canceled", cancel_at_period_end: true, ended_at: END + 40 * DAY };
    await send("customer.subscription.deleted", { ...renewed, ...ended }, { created: END + 40 * DAY });
    expect(await contracts()).toEqual([first, { ...second, ends_on: "2027-02-10", auto_renew: false }]);
  });

  it("find the account by the subscription's contract and by the customer kept as an attribute", async () => {
    const parent = { subscription_details: { subscription: "sub_1", metadata: null } };
    await send("invoice.finalized", invoice({ id: "in_p", customer: "cus_9", parent }));
    await send("invoice.finalized", invoice({ id: "in_q", customer: "cus_3" }));
    expect(
      await rows(`select i.external_id, a.external_id as account from invoices i join accounts a on a.id = account_id
        where i.external_id in ('in_p', 'in_q') order by 1`),
    ).toEqual([
      { external_id: "in_p", account: "acme" },
      { external_id: "in_q", account: "acme" },
    ]);
  });

  it("of customers that no account has wait for it", async () => {
    expect(await send("invoice.finalized", invoice({ id: "in_w", customer: "cus_77" }))).toMatchObject({
      answer: "waiting",
    });
    await send("invoice.updated", invoice({ id: "in_w", customer: "cus_77", total: 700 }), { created: START + 5 });
    expect(await rows("select cells->>'amount' as amount from waiting_rows")).toEqual([{ amount: "7" }]);
    expect(await rows("select account_key, table_name from waiting_rows")).toEqual([
      { account_key: "cus_77", table_name: "invoices" },
    ]);
  });

  it("are refused without the right signature, and anything else of Stripe's is answered and left", async () => {
    expect((await send("invoice.finalized", invoice({ id: "in_z" }), { secret: "whsec_wrong" })).status).toBe(422);
    expect(await send("charge.succeeded", { id: "ch_1" })).toEqual({ status: 200, answer: "nothing" });
    expect(await rows("select * from invoices where external_id = 'in_z'")).toEqual([]);
    const log = await rows("select sum(waiting)::int as waiting from source_runs where table_name = 'invoices'");
    expect(log).toEqual([{ waiting: 2 }]);
  });
});

describe("a sealed secret", () => {
  it("opens under the same installation's secret only, and not after a change", () => {
    const sealed = seal("postgres://reader:pw@db/x");
    expect(sealed).not.toContain("pw");
    expect(unseal(sealed)).toBe("postgres://reader:pw@db/x");
    expect(seal("same")).not.toBe(seal("same"));
    expect(() => unseal(`${sealed.slice(0, -2)}AA`)).toThrow(/cannot be read/);
  });
});
