"use client";
import { useMemo, useState } from "react";
import { useOwnUndo } from "@/components/shell/undo-provider";
import { Card } from "@/components/ui/card";
import type { Day } from "@/lib/core/calendar";
import type { Definition, Model } from "@/lib/core/health/model";
import type { CustomMeasures } from "@/lib/core/model-draft/custom-measures";
import {
  definitionAt,
  definitionKeys,
  definitionPath,
  definitionTitle,
  withDefinition,
} from "@/lib/core/model-draft/definition-keys";
import { withWatched } from "@/lib/core/model-draft/edit-definition";
import { refusalsOf } from "@/lib/core/model-draft/refusals-of";
import type { Playbook } from "@/lib/core/playbook/playbook";
import { AdviceList } from "./advice-list";
import { AnswersEditor } from "./answers-editor";
import { BandsEditor } from "./bands-editor";
import { ConflictDialog } from "./conflict-dialog";
import { DefinitionTabs } from "./definition-tabs";
import { type DraftEdit, DraftProvider } from "./draft-context";
import { DraftHeader } from "./draft-header";
import { GuardrailsEditor } from "./guardrails-editor";
import { MeasuresEditor } from "./measures-editor";
import { OverlayEditor } from "./overlay-editor";
import { PublishDialog } from "./publish-dialog";
import { useDraftFacts } from "./use-draft-facts";
import { useLastValid } from "./use-last-valid";
import { useModelDraft } from "./use-model-draft";
import { WhatIf } from "./what-if";

/** By keyboard too, also while nothing in it can be focused. */
const SCROLLS = { tabIndex: 0 };

interface Props {
  draft: { id: number; model: Model; revision: number };
  /** What scores accounts now; null before the first run. */
  published: { version: number; model: Model; runId: number } | null;
  segments: readonly string[];
  custom: CustomMeasures;
  playbooks: readonly Playbook[];
  owners: readonly { id: number; name: string }[];
  ownerId: number | null;
  /** What its weights stand on, where it was made out of outcomes. */
  evidence: string | null;
  today: Day;
}

/** A draft of the model: everything about it at the left, what it would do at the right. */
export function DraftEditor({
  draft,
  published,
  segments,
  custom,
  playbooks,
  owners,
  ownerId,
  evidence,
  today,
}: Props) {
  const { model, saved, saving, change, undo, redo, take, keep } = useModelDraft(draft);
  const [chosen, setChosen] = useState("default");
  const [isDragging, setDragging] = useState(false);
  const [isPublishing, setPublishing] = useState(false);
  const [expected, setExpected] = useState<string | null>(null);
  const key = definitionKeys(model).includes(chosen) ? chosen : "default";
  const definition = definitionAt(model, key) as Definition;
  const facts = useDraftFacts(draft.id, saved.model, key);
  const refusals = useMemo(() => refusalsOf(model, playbooks), [model, playbooks]);
  const valid = useLastValid(model, draft.model);
  useOwnUndo({ undo, redo, inFields: true });
  const path = definitionPath(key);
  const refusal = (at: string) => refusals[at === "" ? path : `${path}.${at}`];
  const edit: DraftEdit = {
    ...{ definition, definitionKey: key, facts, custom, playbooks, refusal, setDragging },
    change: (next, tag) => change(withDefinition(model, key, withWatched(next)), tag ? `${key} ${tag}` : null),
  };
  const countOf = (of: string) =>
    Object.keys(refusals).filter((at) => at === definitionPath(of) || at.startsWith(`${definitionPath(of)}.`)).length;
  return (
    <DraftProvider value={edit}>
      <div className="flex flex-col gap-4">
        <DraftHeader
          id={draft.id}
          name={model.name}
          nameRefusal={refusals.name}
          onName={(name) => change({ ...model, name }, "name")}
          saving={saving}
          undo={undo}
          redo={redo}
          refusals={Object.keys(refusals).length}
          onPublish={() => setPublishing(true)}
        />
        <DefinitionTabs
          model={model}
          current={key}
          segments={segments}
          onChoose={setChosen}
          onChange={change}
          countOf={countOf}
        />
        {evidence && <p className="rounded-control bg-muted p-2">{evidence}</p>}
        {published && (
          <a href="#if-published" className="text-primary underline lg:sr-only lg:focus-visible:not-sr-only">
            What it would do to every account
          </a>
        )}
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_25rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <Card title={`Measures, ${definitionTitle(key)}`}>
              <MeasuresEditor key={key} />
            </Card>
            <AdviceList />
            <Card title="Bands">
              <BandsEditor />
            </Card>
            <Card title="Guardrails">
              <GuardrailsEditor />
            </Card>
            <Card title="Scorecard and coverage">
              <OverlayEditor />
            </Card>
            <Card title="What each answer means, for all definitions">
              <AnswersEditor model={model} onChange={change} refusal={(at) => refusals[at]} />
            </Card>
          </div>
          {published && (
            <section
              aria-label="What it would change"
              {...SCROLLS}
              className="min-w-0 focus-inset lg:sticky lg:top-24 lg:max-h-[calc(100dvh-7rem)] lg:overflow-y-auto"
            >
              <WhatIf
                model={valid}
                published={published.model}
                version={published.version}
                runId={published.runId}
                definition={key}
                isDragging={isDragging}
                onWords={setExpected}
              />
            </section>
          )}
        </div>
      </div>
      {saving.state === "conflict" && (
        <ConflictDialog
          theirs={saving.theirs}
          mine={model}
          onTake={() => take(saving.theirs)}
          onKeep={() => keep(saving.theirs)}
        />
      )}
      {isPublishing && (
        <PublishDialog
          title={`Publish “${model.name}”`}
          model={model}
          draft={{ id: draft.id, revision: saved.revision }}
          expected={expected}
          today={today}
          owners={owners}
          ownerId={ownerId}
          onClose={() => setPublishing(false)}
        />
      )}
    </DraftProvider>
  );
}
