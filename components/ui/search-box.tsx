"use client";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";
import { addressWith } from "./use-address";
import { useKeys } from "./use-keys";

interface Props {
  name: string;
  value: string | null;
  label: string;
  /** The word of the address that says where the page begins. */
  page?: string;
}

/** How long one rests before what was typed is searched. */
const REST_MILLIS = 200;

/** A search that lives in the URL, and begins on its first page; "/" focuses it. What was typed last is searched at the latest when
 * it is left: a page that is opened from here is not taken back by a search that comes after it. */
export function SearchBox({ name, value, label, page = "after" }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const search = useCallback(() => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    router.replace(addressWith({ [name]: input.current?.value || null, [page]: null }), { scroll: false });
  }, [router, name, page]);
  useEffect(() => () => clearTimeout(timer.current), []);
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
        onChange={() => {
          clearTimeout(timer.current);
          timer.current = setTimeout(search, REST_MILLIS);
        }}
        onBlur={search}
        className="w-44 bg-transparent outline-none max-md:w-full"
      />
    </label>
  );
}
