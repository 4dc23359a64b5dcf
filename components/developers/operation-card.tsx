import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { CodeBlock } from "./code-block";
import { type FieldRow, FieldTable } from "./field-table";
import { Prose } from "./prose";

export type OperationWords = {
  id: string;
  method: string;
  path: string;
  scope: string;
  summary: string;
  description: string | null;
  parameters: FieldRow[];
  body: FieldRow[];
  answer: FieldRow[];
  curl: string;
};

/** One operation: what it does, what it takes, how to try it, what it answers. */
export function OperationCard({ operation }: { operation: OperationWords }) {
  const { id, method, path, scope, summary, description, parameters, body, answer, curl } = operation;
  return (
    <Card id={id} title={summary} aside={<Badge>scope {scope}</Badge>} className="scroll-mt-4">
      <p className="mb-3 break-words font-mono text-xs">
        <Badge tone="outline">{method}</Badge> /api/v1{path}
      </p>
      {description && (
        <p className="mb-3 max-w-prose">
          <Prose>{description}</Prose>
        </p>
      )}
      <CodeBlock label={`Try ${summary}`}>{curl}</CodeBlock>
      <details className="mt-3">
        <summary className="cursor-pointer text-primary underline">Parameters, body and answer</summary>
        <div className="mt-3 flex flex-col gap-4">
          {parameters.length > 0 && <FieldTable label="Parameter" rows={parameters} />}
          {body.length > 0 && (
            <FieldTable label={path.endsWith(":batch") ? "Field of a row" : "Field of the body"} rows={body} />
          )}
          <FieldTable label="Field of the answer" rows={answer} />
        </div>
      </details>
    </Card>
  );
}
