"use client";
import { useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Table, Td, Th } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { removeEndpoint, testEndpoint } from "@/lib/actions/notices";
import type { NoticeKind } from "@/lib/core/notices/kinds";
import { type EditedEndpoint, EndpointDialog } from "./endpoint-dialog";

interface Row extends EditedEndpoint {
  id: number;
  delivered: number;
  waiting: number;
  givenUp: number;
}

const USUAL: readonly NoticeKind[] = ["band_changed", "sudden_fall", "divergence_opened", "clock_breached"];

/** Where events go out to: add, change, try, remove. */
export function Endpoints({ rows }: { rows: readonly Row[] }) {
  const toast = useToast();
  const [edited, setEdited] = useState<EditedEndpoint | null>(null);
  const [isPending, startTransition] = useTransition();
  const add = (kind: "slack" | "webhook") =>
    setEdited({ id: null, kind, name: kind === "slack" ? "Slack" : "Webhook", url: "", events: USUAL, enabled: true });
  const tryOut = ({ id, name }: Row) =>
    startTransition(async () => {
      const result = await answered(testEndpoint({ id }));
      const problem = result.ok ? result.value.error : result.message;
      if (problem !== null) toast({ title: `${name} did not take it`, description: problem, failed: true });
      else toast({ title: `${name} took the test` });
    });
  const remove = ({ id, name }: Row) => {
    if (!window.confirm(`Remove ${name}, its secret and its log?`)) return;
    startTransition(async () => {
      const result = await answered(removeEndpoint({ id }));
      if (!result.ok) toast({ title: "Not removed", description: result.message, failed: true });
    });
  };
  return (
    <>
      <div className="mb-3 flex flex-wrap gap-2">
        <Button size="sm" onClick={() => add("slack")}>
          Add Slack
        </Button>
        <Button size="sm" onClick={() => add("webhook")}>
          Add a webhook
        </Button>
      </div>
      {rows.length === 0 ? (
        <p className="text-muted-foreground">
          None yet. A Slack channel gets one line and a button for each event; a webhook gets them signed, for programs.
        </p>
      ) : (
        <Table label="Endpoints">
          <thead>
            <tr>
              <Th>Name</Th>
              <Th>Address</Th>
              <Th numeric>Delivered</Th>
              <Th numeric>Waiting</Th>
              <Th numeric>Given up</Th>
              <Th>
                <span className="sr-only">Actions</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <Td>
                  <bdi>{row.name}</bdi> {!row.enabled && <Badge>off</Badge>}
                </Td>
                <Td className="max-w-60 truncate text-muted-foreground">{row.url}</Td>
                <Td numeric>{row.delivered}</Td>
                <Td numeric>{row.waiting}</Td>
                <Td numeric>{row.givenUp}</Td>
                <Td>
                  <div className="flex justify-end gap-1">
                    <Button size="sm" disabled={isPending} onClick={() => tryOut(row)} aria-label={`Test ${row.name}`}>
                      Test
                    </Button>
                    <Button size="sm" onClick={() => setEdited(row)} aria-label={`Change ${row.name}`}>
                      Change
                    </Button>
                    <Button
                      size="sm"
                      variant="ghost"
                      disabled={isPending}
                      onClick={() => remove(row)}
                      aria-label={`Remove ${row.name}`}
                    >
                      Remove
                    </Button>
                  </div>
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {edited && <EndpointDialog endpoint={edited} onClose={() => setEdited(null)} />}
    </>
  );
}
