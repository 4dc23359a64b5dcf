"use client";
import { Plus, X } from "lucide-react";
import { BandGlyph } from "@/components/health/band-glyph";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type Band, TONES, type Tone } from "@/lib/core/health/bands";
import { withBand, withoutBand } from "@/lib/core/model-draft/edit-definition";
import { BAND_PRESETS, bandsOfPreset } from "@/lib/core/templates/band-presets";
import { useDraftEdit } from "./draft-context";
import { NumberInput } from "./number-input";

const TONE_CHOICES = TONES.toReversed().map((value) => ({ value, label: value }));
const FILL: Record<Tone, string> = { green: "bg-band-green", yellow: "bg-band-yellow", red: "bg-band-red" };

/** Two to six bands: name, cut-off, tone (which is its colour), and the playbook that it obliges to. */
export function BandsEditor() {
  const { definition, change, refusal, playbooks, setDragging } = useDraftEdit();
  const { bands } = definition;
  const write = (next: Band[], tag?: string) => change({ ...definition, bands: next }, tag && `bands ${tag}`);
  const set = (at: number, part: Partial<Band>, tag?: string) =>
    write(
      bands.map((band, i) => (i === at ? { ...band, ...part } : band)),
      tag && `${tag} ${at}`,
    );
  const choices = (tone: Tone) => [
    { value: "", label: "no playbook" },
    ...playbooks
      .filter((playbook) => playbook.segment === null && playbook.tone === tone)
      .map(({ key, name }) => ({ value: key, label: name })),
  ];
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
        {bands.map((band, i) => {
          const name = band.name || band.key;
          const isLast = i === bands.length - 1;
          const wrong = ["", ".key", ".name", ".tone", ".playbook"]
            .map((part) => refusal(`bands.${i}${part}`))
            .find(Boolean);
          return (
            <li key={band.key} className="flex flex-wrap items-start gap-2 border-b pb-3">
              <span className="pt-2">
                <BandGlyph mark={band.tone} size={16} />
              </span>
              <Input
                aria-label={`Name of band ${i + 1}`}
                className="max-w-32"
                maxLength={60}
                value={band.name ?? ""}
                onChange={({ target }) => set(i, { name: target.value }, "name")}
              />
              {isLast ? (
                <span className="w-24 pt-1.5 text-muted-foreground">from 0</span>
              ) : (
                <span className="flex items-start gap-1">
                  <span className="pt-1.5">from</span>
                  <NumberInput
                    className="w-20"
                    label={`${name}: from`}
                    min={0}
                    max={100}
                    step={0.5}
                    value={band.from}
                    error={refusal(`bands.${i}.from`)}
                    onChange={(from) => set(i, { from }, "from")}
                  />
                  <input
                    type="range"
                    aria-label={`${name}: from, slider`}
                    className="h-8 w-24 accent-primary max-md:h-11"
                    min={1}
                    max={99}
                    step={0.5}
                    value={band.from}
                    onChange={({ target }) => set(i, { from: Number(target.value) }, "from")}
                    onPointerDown={() => setDragging(true)}
                    onPointerUp={() => setDragging(false)}
                    onPointerCancel={() => setDragging(false)}
                  />
                </span>
              )}
              <Select
                className="max-w-28"
                aria-label={`${name}: tone`}
                options={TONE_CHOICES}
                value={band.tone}
                onChange={({ target }) => set(i, { tone: target.value as Tone })}
              />
              <Select
                className="max-w-40"
                aria-label={`${name}: playbook`}
                options={choices(band.tone)}
                value={choices(band.tone).some(({ value }) => value === band.playbook) ? (band.playbook ?? "") : ""}
                onChange={({ target }) => {
                  const { playbook: _, ...rest } = band;
                  write(
                    bands.map((old, at) =>
                      at === i ? { ...rest, ...(target.value && { playbook: target.value }) } : old,
                    ),
                  );
                }}
              />
              {bands.length > 2 && (
                <Button
                  variant="ghost"
                  size="icon"
                  aria-label={`Remove ${name}`}
                  onClick={() => write(withoutBand(bands, i))}
                >
                  <X aria-hidden className="size-4" />
                </Button>
              )}
              {wrong && <p className="w-full font-medium text-xs">{wrong}</p>}
            </li>
          );
        })}
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
