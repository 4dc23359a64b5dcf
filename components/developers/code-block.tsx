interface Props {
  label: string;
  children: string;
}

/** Text to copy into a terminal; long lines wrap, so that nothing hides. */
export function CodeBlock({ label, children }: Props) {
  return (
    <figure aria-label={label} className="rounded-control border bg-muted p-3">
      <pre className="whitespace-pre-wrap break-words font-mono text-xs">
        <code>{children}</code>
      </pre>
    </figure>
  );
}
