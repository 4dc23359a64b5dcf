import type { Metadata } from "next";
import { CodeBlock } from "@/components/developers/code-block";
import { OperationCard } from "@/components/developers/operation-card";
import { PageHeader } from "@/components/shell/page-header";
import { SettingsNav } from "@/components/shell/settings-nav";
import { Card } from "@/components/ui/card";
import { env } from "@/lib/server/env";
import { viewerContext } from "@/lib/server/viewer-context";
import { operationsByTag } from "./prepare";

export const metadata: Metadata = { title: "API" };

/** The reference of /api/v1, made of the schemas that its routes parse by. */
export default async function DevelopersPage() {
  await viewerContext();
  const origin = new URL(env("NEXTAUTH_URL")).origin;
  const tags = operationsByTag(origin);
  return (
    <>
      <PageHeader title="API">
        <a href="/api/v1/openapi.json" className="text-primary underline">
          OpenAPI 3.1
        </a>
      </PageHeader>
      <SettingsNav />
      <div className="flex flex-col gap-6">
        <Card title="Begin">
          <ol className="mb-3 max-w-prose list-decimal pl-5">
            <li>
              An administrator makes a key on the server:{" "}
              <code className="font-mono text-xs">npm run key -- --name sync</code>. It is shown once.
            </li>
            <li>Send it with every request.</li>
          </ol>
          <CodeBlock label="First request">{`export KEY=bw_live_…\ncurl -H "authorization: Bearer $KEY" "${origin}/api/v1/accounts?band=red&sort=-arr&limit=10"`}</CodeBlock>
        </Card>
        <Card title="Rules">
          <dl className="grid max-w-prose gap-x-4 gap-y-2 md:grid-cols-[10rem_1fr]">
            {RULES.map(([name, words]) => (
              <div key={name} className="contents">
                <dt className="font-medium">{name}</dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </Card>
        <nav aria-label="Operations" className="grid gap-4 md:grid-cols-3">
          {tags.map(({ tag, operations }) => (
            <div key={tag}>
              <h2 className="mb-1 font-semibold text-base">{tag}</h2>
              <ul>
                {operations.map(({ id, method, path }) => (
                  <li key={id}>
                    <a
                      href={`#${id}`}
                      className="inline-block max-w-full break-all py-1 font-mono text-primary text-xs underline"
                    >
                      {method} {path}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        {tags.flatMap(({ operations }) =>
          operations.map((operation) => <OperationCard key={operation.id} operation={operation} />),
        )}
      </div>
    </>
  );
}

const RULES = [
  ["Scopes", "read, write, admin; each includes the one before. Every operation says which it needs."],
  ["Unknown words", "A parameter or field that does not exist is refused by name, never ignored."],
  [
    "Money",
    "Whole numbers of minor units beside their currency. In batches, money has the file's columns in whole units, or the same name with _cents.",
  ],
  ["Scores", "0 to 100, one decimal, halves away from zero. Dates are YYYY-MM-DD, moments RFC 3339 in UTC."],
  ["Pages", "limit (at most 500) and cursor. next_cursor of one page begins the next; null ends the list."],
  [
    "Repeats",
    "A POST with an Idempotency-Key happens once: the same request again gets the same answer for 24 hours, another under the same key 422, one while the first is at work 409.",
  ],
  [
    "Conflicts",
    "An answer with an ETag can be changed with If-Match. 412 shows it as it is (current) and as you sent it (sent).",
  ],
  [
    "Limits",
    "600 requests a minute and key; a change counts as five. RateLimit-Limit, -Remaining and -Reset say what is left; beyond, 429 with Retry-After.",
  ],
  ["Errors", "application/problem+json (RFC 9457). errors names each field at fault, and of which row by its index."],
  [
    "The demo",
    "Writes work in the demo company too and mix with it (a file only with into_demo=1). npm run reset empties it.",
  ],
] as const;
