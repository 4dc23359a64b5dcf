"use client";
import { useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Table, Td, Th } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { resendDelivery } from "@/lib/actions/notices";

interface Row {
  endpointId: number;
  outboxId: number;
  endpoint: string;
  event: string;
  account: string | null;
  attempts: number;
  state: "delivered" | "waiting" | "given_up";
  status: number | null;
  error: string | null;
  when: string;
}

const STATES = { delivered: "delivered", waiting: "waiting", given_up: "given up" };

/** The delivery log, failures first; each can be sent again under the same id. */
export function Deliveries({ rows }: { rows: readonly Row[] }) {
  const toast = useToast();
  const [isPending, startTransition] = useTransition();
  const resend = ({ endpointId, outboxId }: Row) =>
    startTransition(async () => {
      const result = await answered(resendDelivery({ endpointId, outboxId }));
      if (result.ok) toast({ title: "It goes out within a minute" });
      else toast({ title: "Not sent again", description: result.message, failed: true });
    });
  if (rows.length === 0) return <p className="text-muted-foreground">Nothing has gone out yet.</p>;
  return (
    <Table label="Deliveries">
      <thead>
        <tr>
          <Th>Event</Th>
          <Th>To</Th>
          <Th>State</Th>
          <Th numeric>Attempts</Th>
          <Th>Answer</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.endpointId}-${row.outboxId}`}>
            <Td>
              <code className="text-xs">{row.event}</code> {row.account && <bdi>{row.account}</bdi>}
            </Td>
            <Td>
              <bdi>{row.endpoint}</bdi>
            </Td>
            <Td>
              {STATES[row.state]} <span className="text-muted-foreground text-xs">{row.when}</span>
            </Td>
            <Td numeric>{row.attempts}</Td>
            <Td className="max-w-80 break-words">{row.error ?? row.status ?? "—"}</Td>
            <Td>
              <Button
                size="sm"
                variant="ghost"
                disabled={isPending}
                onClick={() => resend(row)}
                aria-label={`Send ${row.event} ${row.account ?? ""} to ${row.endpoint} again`}
              >
                Send again
              </Button>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
