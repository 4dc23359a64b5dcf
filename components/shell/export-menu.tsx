"use client";
import { Download } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { buttonClass } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import { paths } from "@/lib/paths";

const FORMATS = [
  { format: "csv", words: "CSV", for: "any program, and import" },
  { format: "xlsx", words: "Excel workbook", for: "up to 20,000 rows" },
];

/** Takes the table of the page out as a file: every row that its address asks for, not only the page shown;
 * `of` says of what, where the address does so by its path. */
export function ExportMenu({ list, of }: { list: string; of?: Readonly<Record<string, number>> }) {
  const query = { ...Object.fromEntries(useSearchParams()), ...of };
  return (
    <Popover
      button={
        <>
          <Download aria-hidden className="size-4" />
          Export
        </>
      }
      buttonClass={buttonClass()}
      className="w-64"
    >
      <p className="mb-2 text-muted-foreground text-xs">Every row that these filters hold.</p>
      <ul className="flex flex-col gap-1">
        {FORMATS.map(({ format, words, for: purpose }) => (
          <li key={format}>
            <a
              href={paths.exported(list, { ...query, after: null, peek: null, format })}
              className="flex min-h-8 flex-wrap items-baseline gap-x-2 rounded-control px-2 py-1 hover:bg-muted max-md:min-h-11 max-md:items-center"
            >
              <span className="font-medium">{words}</span>
              <span className="text-muted-foreground text-xs">{purpose}</span>
            </a>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
