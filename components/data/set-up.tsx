import type { ReactNode } from "react";

interface Props {
  kind: "postgres" | "stripe" | "segment" | "api";
  /** The installation's address. */
  origin: string;
}

/** What to do on the other side so that a source delivers. */
export function SetUp({ kind, origin }: Props) {
  const host = origin.replace(/\/$/, "");
  switch (kind) {
    case "postgres":
      return (
        <Steps>
          <li>
            Make a user who may only read, best in a schema of its own with a view for each table:
            <Code>{`create role bellwether_reader login password '…';
grant usage on schema health to bellwether_reader;
grant select on all tables in schema health to bellwether_reader;`}</Code>
          </li>
          <li>Give each view the column names of the table's CSV file, account_id first of all.</li>
          <li>Test, then save. Each read is one transaction that cannot write; a statement may take 60 s.</li>
        </Steps>
      );
    case "stripe":
      return (
        <Steps>
          <li>
            In Stripe, under Developers → Webhooks, add an endpoint with this address:
            <Code>{`${host}/api/webhooks/stripe`}</Code>
          </li>
          <li>
            Choose the events invoice.* and customer.subscription.* and copy the endpoint's signing secret to here.
          </li>
          <li>
            An account is found by account_id in the metadata of the subscription or invoice, by a customer id in the
            account's attribute stripe_customer_id, or by the customer id as its own key. Others wait.
          </li>
        </Steps>
      );
    case "segment":
      return (
        <Steps>
          <li>
            Make an API key that may write:
            <Code>npm run key -s -- --name segment --scope write</Code>
          </li>
          <li>
            Point any of Segment's server libraries at this installation, with the key as its write key:
            <Code>{`import { Analytics } from "@segment/analytics-node";

const analytics = new Analytics({ writeKey: "bw_live_…", host: "${host}" });
analytics.group({ userId, groupId: accountId, traits: { name: "Acme", plan: "gold" } });
analytics.track({ userId, event: "Report opened", context: { groupId: accountId } });`}</Code>
          </li>
          <li>
            Tracked events become days of usage, group calls accounts and their attributes, identify calls contacts. A
            group that is not known becomes an account.
          </li>
        </Steps>
      );
    case "api":
      return <p className="text-muted-foreground">Programs write through the API with a key of their own.</p>;
  }
}

function Steps({ children }: { children: ReactNode }) {
  return <ol className="flex max-w-prose list-decimal flex-col gap-2 pl-5">{children}</ol>;
}

function Code({ children }: { children: string }) {
  return (
    <pre className="mt-1 overflow-x-auto whitespace-pre-wrap break-words rounded-control bg-muted p-3 font-mono text-xs">
      {children}
    </pre>
  );
}
