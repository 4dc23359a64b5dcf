import type { Model } from "@/lib/core/health/model";
import { definitionTitle } from "@/lib/core/model-draft/definition-keys";
import { modelDiff } from "@/lib/core/model-draft/model-diff";

interface Props {
  published: Model;
  model: Model;
  version: number;
  definition: string;
}

/** What the draft changes, in words; the definition that is being edited first. */
export function WhatIfChanges({ published, model, version, definition }: Props) {
  const edited = definitionTitle(definition);
  const parts = modelDiff(published, model).sort((a, b) => Number(b.title === edited) - Number(a.title === edited));
  return (
    <section aria-label="What the draft changes" className="mt-4 border-t pt-4">
      <h3 className="font-medium">What differs from version {version}</h3>
      {parts.length === 0 && <p className="text-muted-foreground">Nothing yet.</p>}
      {parts.map(({ title, lines }) => (
        <div key={title} className="mt-2">
          <h4 className="text-muted-foreground text-xs">{title}</h4>
          <ul className="list-disc pl-4">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
