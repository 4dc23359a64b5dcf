import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { Deliveries } from "@/components/notices/deliveries";
import { Endpoints } from "@/components/notices/endpoints";
import { InboxList } from "@/components/notices/inbox-list";
import { PreferencesForm } from "@/components/notices/preferences-form";
import { Rules } from "@/components/notices/rules";
import { ToastRegion } from "@/components/ui/toast";
import { NOTICE_KINDS, PERSONAL_KINDS } from "@/lib/core/notices/kinds";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: () => {} }), usePathname: () => "/inbox" }));
vi.mock("@/lib/actions/notices", () => ({}));

const shown = (element: React.ReactNode) => renderToStaticMarkup(<ToastRegion>{element}</ToastRegion>);

it("an unread notice says so in words, with its account's band by word and a button by name", () => {
  const account = { name: "Northwind", tone: 1, band: "Red" };
  const items = [
    { id: 1, text: "Yellow → Red", href: "/accounts/northwind", isRead: false, ago: "5 min ago", account },
    { id: 2, text: "12 scorecards are due", href: "/scorecards", isRead: true, ago: "1 d ago", account: null },
  ];
  const html = shown(<InboxList items={items} hasUnread isUnreadOnly={false} />);
  for (const part of [
    "Unread: ",
    "Red",
    "Northwind",
    "Mark all read",
    'aria-label="Mark read: Northwind Yellow → Red"',
  ])
    expect(html).toContain(part);
  expect(html.match(/Unread: /g)).toHaveLength(1);
});

it("every choice of the settings has a name, and a missing mail server is said in words", () => {
  const rows = PERSONAL_KINDS.map((kind) => {
    const { name, usual } = NOTICE_KINDS[kind];
    return { kind, name, choice: usual ?? { inApp: false, mail: "none" as const } };
  });
  const rest = { digest: "weekly", quietFrom: null, quietUntil: null, timeZone: null } as const;
  const html = shown(
    <PreferencesForm {...rest} rows={rows} organisationTimeZone="UTC" timeZones={["Asia/Kolkata"]} mails={false} />,
  );
  for (const { name } of rows) {
    expect(html).toContain(`aria-label="In the inbox: ${name}"`);
    expect(html).toContain(`aria-label="By e-mail: ${name}"`);
  }
  expect(html).toContain("No mail server is set");
});

it("without endpoints, deliveries or rules the settings say what they are for", () => {
  expect(shown(<Endpoints rows={[]} />)).toContain("None yet. A Slack channel gets one line");
  expect(shown(<Deliveries rows={[]} />)).toContain("Nothing has gone out yet");
  const measures = [{ key: "seats", name: "Licence use", unit: "%" }];
  expect(shown(<Rules rows={[]} measures={measures} segments={[]} />)).toContain("None yet. A rule tells");
  expect(shown(<Rules rows={[]} measures={[]} segments={[]} />)).toContain("need a published model");
});

it("a delivery that was given up shows its answer and can be sent again by name", () => {
  const row = {
    endpointId: 1,
    outboxId: 2,
    endpoint: "Ops",
    event: "account.fell",
    account: "Northwind",
    attempts: 10,
  };
  const html = shown(
    <Deliveries rows={[{ ...row, state: "given_up", status: 503, error: "answered 503", when: "2 d ago" }]} />,
  );
  expect(html).toContain("given up");
  expect(html).toContain("answered 503");
  expect(html).toContain('aria-label="Send account.fell Northwind to Ops again"');
});
