import type { HeatCell, HeatRow } from "@/components/portfolio/prepare-heat";
import { paths } from "@/lib/paths";

/** The accounts that a cell of the heatmap counts, those to which the measure gives least first. */
export function heatAddress(query: Readonly<Record<string, string>>, by: "segment" | "csm") {
  return ({ value, isWhole }: HeatRow, { measure }: HeatCell) =>
    paths.portfolioAccounts({ ...query, ...(isWhole ? {} : { [by]: value || "none" }), measure, sort: "measure" });
}
