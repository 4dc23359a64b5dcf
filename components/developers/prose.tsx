import { createElement, Fragment } from "react";

/** A sentence in which words between backticks are code. */
export function Prose({ children }: { children: string }) {
  const parts = children
    .split("`")
    .map((text, i) => (i % 2 === 1 ? createElement("code", { className: "font-mono text-xs" }, text) : text));
  return createElement(Fragment, null, ...parts);
}
