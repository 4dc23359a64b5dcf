import { cx } from "@/components/ui/cx";

interface Props {
  title: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A table as paper takes it: small, whole, and nothing to press. */
export function ReportTable({ title, head, rows }: Props) {
  return (
    <section className="break-inside-avoid max-md:overflow-x-auto">
      <h2 className="mb-1 font-semibold text-sm">{title}</h2>
      <table className="w-full border-collapse text-left text-xs">
        <thead>
          <tr>
            {head.map((cell, i) => (
              <th
                key={cell}
                scope="col"
                className={cx("border-b px-1 align-bottom font-medium text-muted-foreground", i > 0 && "text-right")}
              >
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]}>
              {row.map((cell, i) =>
                i === 0 ? (
                  <th key={head[i]} scope="row" className="border-b px-1 text-left font-normal whitespace-nowrap">
                    {cell}
                  </th>
                ) : (
                  <td key={head[i]} className="border-b px-1 text-right whitespace-nowrap">
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
