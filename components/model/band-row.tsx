"use client";
import { X } from "lucide-react";
import { BandGlyph } from "@/components/health/band-glyph";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type Band, TONES, type Tone } from "@/lib/core/health/bands";
import { useDraftEdit } from "./draft-context";
import { NumberInput } from "./number-input";
import { Slider } from "./slider";

interface Props {
  band: Band;
  at: number;
  /** It begins at 0. */
  isLast: boolean;
  onChange: (band: Band, tag?: string) => void;
  onRemove: (() => void) | null;
}

const TONE_CHOICES = TONES.toReversed().map((value) => ({ value, label: value }));
const PARTS = ["", ".key", ".name", ".tone", ".playbook"];

/** One band: its name, where it begins, its tone, and the playbook that it obliges to. */
export function BandRow({ band, at, isLast, onChange, onRemove }: Props) {
  const { refusal, playbooks } = useDraftEdit();
  const name = band.name || band.key;
  const wrong = PARTS.map((part) => refusal(`bands.${at}${part}`)).find(Boolean);
  const set = (part: Partial<Band>, tag?: string) => onChange({ ...band, ...part }, tag && `${tag} ${at}`);
  const choices = [
    { value: "", label: "no playbook" },
    ...playbooks
      .filter((playbook) => playbook.segment === null && playbook.tone === band.tone)
      .map(({ key, name: title }) => ({ value: key, label: title })),
  ];
  return (
    <li className="flex flex-wrap items-start gap-2 border-b pb-3">
      <span className="pt-2">
        <BandGlyph mark={band.tone} size={16} />
      </span>
      <Input
        aria-label={`Name of band ${at + 1}`}
        className="max-w-32"
        maxLength={60}
        value={band.name ?? ""}
        onChange={({ target }) => set({ name: target.value }, "name")}
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
            error={refusal(`bands.${at}.from`)}
            onChange={(from) => set({ from }, "from")}
          />
          <Slider
            label={`${name}: from`}
            className="w-24"
            min={1}
            max={99}
            step={0.5}
            value={band.from}
            onChange={(from) => set({ from }, "from")}
          />
        </span>
      )}
      <Select
        className="max-w-28"
        aria-label={`${name}: tone`}
        options={TONE_CHOICES}
        value={band.tone}
        onChange={({ target }) => set({ tone: target.value as Tone })}
      />
      <Select
        className="max-w-40"
        aria-label={`${name}: playbook`}
        options={choices}
        value={choices.some(({ value }) => value === band.playbook) ? (band.playbook ?? "") : ""}
        onChange={({ target }) => {
          const { playbook: _, ...rest } = band;
          onChange({ ...rest, ...(target.value && { playbook: target.value }) });
        }}
      />
      {onRemove && (
        <Button variant="ghost" size="icon" aria-label={`Remove ${name}`} onClick={onRemove}>
          <X aria-hidden className="size-4" />
        </Button>
      )}
      {wrong && <p className="w-full font-medium text-xs">{wrong}</p>}
    </li>
  );
}
