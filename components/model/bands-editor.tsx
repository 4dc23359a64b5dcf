"use client";
import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { Band, Tone } from "@/lib/core/health/bands";
import { withBand, withoutBand } from "@/lib/core/model-draft/edit-bands";
import { BAND_PRESETS, bandsOfPreset } from "@/lib/core/templates/band-presets";
import { BandRow } from "./band-row";
import { useDraftEdit } from "./draft-context";

const FILL: Record<Tone, string> = { green: "bg-band-green", yellow: "bg-band-yellow", red: "bg-band-red" };

/** Two to six bands: name, cut-off, tone (which is its colour), and the playbook that it obliges to. */
export function BandsEditor() {
  const { definition, change, refusal } = useDraftEdit();
  const { bands } = definition;
  const write = (next: Band[], tag?: string) => change({ ...definition, bands: next }, tag && `bands ${tag}`);
  return (
    <div className="flex flex-col gap-3">
      <div aria-hidden className="flex h-3 w-full max-w-2xl overflow-hidden rounded-badge">
        {bands.toReversed().map((band, i, upwards) => (
          <span
            key={band.key}
            className={`${FILL[band.tone]} border-card border-r-2`}
            style={{ width: `${Math.max(0, (upwards[i + 1]?.from ?? 100) - band.from)}%` }}
          />
        ))}
      </div>
      <ul className="flex flex-col gap-3">
        {bands.map((band, i) => (
          <BandRow
            key={band.key}
            band={band}
            at={i}
            isLast={i === bands.length - 1}
            onChange={(next, tag) =>
              write(
                bands.map((old, at) => (at === i ? next : old)),
                tag,
              )
            }
            onRemove={bands.length > 2 ? () => write(withoutBand(bands, i)) : null}
          />
        ))}
      </ul>
      {refusal("bands") && (
        <p role="alert" className="font-medium">
          {refusal("bands")}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button size="sm" disabled={bands.length >= 6} onClick={() => write(withBand(bands))}>
          <Plus aria-hidden className="size-3.5" /> Add a band
        </Button>
        <Select
          className="max-w-64"
          aria-label="Cut-offs by kind of business"
          options={[
            { value: "", label: "Cut-offs by kind of business …" },
            ...BAND_PRESETS.map(({ key, title, healthyFrom, atRiskBelow }) => ({
              value: key,
              label: `${title}: ${healthyFrom} / ${atRiskBelow}`,
            })),
          ]}
          value=""
          onChange={({ target }) => {
            const preset = BAND_PRESETS.find(({ key }) => key === target.value);
            if (preset) write(bandsOfPreset(preset));
          }}
        />
        <span className="text-muted-foreground text-xs">An industry estimate, not a target.</span>
      </div>
    </div>
  );
}
