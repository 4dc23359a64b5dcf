"use client";
import { useDraftEdit } from "./draft-context";

interface Props {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  className: string;
  onChange: (value: number) => void;
}

/** A number by hand; while it is held the preview rests its voice. Beside it stands a field for the same number. */
export function Slider({ className, onChange, label, ...range }: Props) {
  const { setDragging } = useDraftEdit();
  const release = () => setDragging(false);
  return (
    <input
      type="range"
      aria-label={`${label}, slider`}
      className={`h-8 accent-primary max-md:h-11 ${className}`}
      {...range}
      onChange={({ target }) => onChange(Number(target.value))}
      onPointerDown={() => setDragging(true)}
      onPointerUp={release}
      onPointerCancel={release}
    />
  );
}
