import { paths } from "@/lib/paths";

/** The accounts of a row of the heatmap, the least healthy first. */
export function heatAddress(query: Readonly<Record<string, string>>, by: "segment" | "csm") {
  return ({ value }: { value: string }) => {
    const all = { ...query, sort: "health" };
    if (value === "") return paths.portfolioAccounts(all);
    return paths.portfolioAccounts(by === "csm" ? { ...all, csm: value } : { ...all, segment: value });
  };
}
