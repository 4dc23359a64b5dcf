interface Props {
  sections: readonly { id: string; name: string; note?: string | undefined }[];
}

/** The way through a long page: its sections by name, in sight while one reads. */
export function PageSections({ sections }: Props) {
  return (
    <nav
      aria-label="On this page"
      className="z-10 -mx-6 mb-4 flex gap-x-4 overflow-x-auto border-b bg-background px-6 py-2 max-md:-mx-4 max-md:px-4 md:sticky md:top-0 md:flex-wrap print:hidden"
    >
      {sections.map(({ id, name, note }) => (
        <a
          key={id}
          href={`#${id}`}
          className="inline-flex min-h-6 items-center whitespace-nowrap text-primary hover:underline max-md:min-h-11"
        >
          {name}
          {note && <span className="text-muted-foreground whitespace-pre"> {note}</span>}
        </a>
      ))}
    </nav>
  );
}
