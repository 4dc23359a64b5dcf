"use client";
import { Search } from "lucide-react";
import { useQueryState } from "nuqs";
import { useEffect, useRef } from "react";
import { useKeys } from "./use-keys";

interface Props {
  name: string;
  value: string | null;
  label: string;
}

/** A search that lives in the URL; "/" focuses it. */
export function SearchBox({ name, value, label }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [, setQuery] = useQueryState(name, { shallow: false, throttleMs: 350, history: "replace" });
  useKeys("/", () => input.current?.focus(), { useKey: true, preventDefault: true, does: { "/": label } });
  // The address may change by other ways than typing: a filter's chip taken off, a step back.
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = value ?? "";
  }, [value]);
  return (
    <label className="ml-auto flex h-8 items-center gap-2 rounded-control border border-input bg-card px-2 max-md:ml-0 max-md:h-11 max-md:w-full">
      <Search aria-hidden className="size-4 text-muted-foreground" />
      <span className="sr-only">{label}</span>
      <input
        ref={input}
        type="search"
        defaultValue={value ?? ""}
        placeholder={`${label}…`}
        onChange={(event) => void setQuery(event.target.value || null)}
        className="w-44 bg-transparent outline-none max-md:w-full"
      />
    </label>
  );
}
