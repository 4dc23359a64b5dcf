import { Card } from "@/components/ui/card";
import { Table, Td, Th } from "@/components/ui/table";
import { definitionKeys } from "@/lib/core/model-draft/definition-keys";
import { measureName } from "@/lib/core/model-draft/measure-name";
import { BAND_PRESETS } from "@/lib/core/templates/band-presets";
import { TEMPLATES } from "@/lib/core/templates/templates";
import { StartDraft } from "./start-draft";

/** The shipped models and cut-offs, each of which starts a draft. */
export function TemplateGallery({ hasModel }: { hasModel: boolean }) {
  return (
    <>
      <Card title="Start a draft from a template">
        <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
          {TEMPLATES.map(({ key, title, purpose, notes, model }) => {
            const { measures, bands } = model.definitions.default;
            const segments = definitionKeys(model).filter((name) => name.startsWith("segment:")).length;
            return (
              <li key={key} className="flex flex-col items-start gap-2 rounded-control border p-3">
                <h3 className="font-medium">{title}</h3>
                <p>{purpose}.</p>
                <p className="text-muted-foreground text-xs">
                  {measures.map(measureName).join(", ")}. {bands.map(({ name, key: band }) => name ?? band).join(" / ")}
                  {segments > 0 && `. Of their own: ${segments} segments`}.
                </p>
                {notes.map((note) => (
                  <p key={note} className="text-xs">
                    {note}
                  </p>
                ))}
                <div className="mt-auto pt-1">
                  <StartDraft size="sm" from={{ template: key }} label={`Start a draft: ${title}`}>
                    Start a draft
                  </StartDraft>
                </div>
              </li>
            );
          })}
        </ul>
      </Card>
      {hasModel && (
        <Card title="Or the model in force with other cut-offs">
          <p className="mb-2 max-w-[72ch] text-muted-foreground">
            An industry estimate, not a target: the draft shows how each splits your renewed and lost.
          </p>
          <Table label="Cut-offs by kind of business">
            <thead>
              <tr>
                <Th>Kind of business</Th>
                <Th numeric>Green from</Th>
                <Th numeric>Red below</Th>
                <Th>
                  <span className="sr-only">Start</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {BAND_PRESETS.map(({ key, title, healthyFrom, atRiskBelow }) => (
                <tr key={key}>
                  <Td>{title}</Td>
                  <Td numeric>{healthyFrom}</Td>
                  <Td numeric>{atRiskBelow}</Td>
                  <Td numeric>
                    <StartDraft size="sm" from={{ preset: key }} label={`Start a draft with the cut-offs of ${title}`}>
                      Start<span className="max-md:hidden"> a draft</span>
                    </StartDraft>
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Card>
      )}
    </>
  );
}
