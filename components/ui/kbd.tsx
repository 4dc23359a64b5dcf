/** One key of the keyboard. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-grid h-5 min-w-5 place-items-center rounded-badge border bg-muted px-1 font-sans text-muted-foreground text-xs">
      {children}
    </kbd>
  );
}
