import { paths } from "@/lib/paths";
import { TABLE_WORDS } from "./table-words";

/** Empty files with our columns, one a table. */
export function ImportTemplates() {
  return (
    <details className="rounded-card border bg-card p-4">
      <summary className="cursor-pointer font-medium">No export at hand? Start from a template</summary>
      <p className="mt-2 mb-3 max-w-prose text-muted-foreground">
        A CSV file with our column names and no rows. Any other file is as good: its columns are mapped in the next
        step.
      </p>
      <ul className="grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3">
        {Object.entries(TABLE_WORDS).map(([table, { name, row }]) => (
          <li key={table}>
            <a
              href={paths.exported(`template/${table}.csv`)}
              download
              className="flex min-h-8 flex-wrap items-baseline gap-x-2 py-1 max-md:min-h-11 max-md:items-center"
            >
              <span className="text-primary underline">{name}</span>
              <span className="text-muted-foreground text-xs">{row}</span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
