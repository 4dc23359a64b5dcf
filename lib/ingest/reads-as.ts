import type { ColumnProfile } from "./column-profile";
import { suggestValues } from "./suggest-values";
import type { ColumnSpec } from "./table-spec";

/** A month, or seconds since 1970: dates that a profile counts as numbers. */
const MONTH_OR_EPOCH = /^\d{4}-\d{2}$|^\d{10}(\d{3})?$/;

/** How far a column's cells fit one of ours, 0 to 1: cells that cannot be read as it count against its name. */
export function readsAs(column: ColumnSpec, profile: ColumnProfile): number {
  if (profile.filled === 0) return 1;
  const { kinds, filled, samples } = profile;
  const words = wordsOf(profile);
  const known = () => {
    const ours = Object.values(suggestValues(column, words));
    return ours.length === 0 ? 0 : ours.filter((word) => word !== null).length / ours.length;
  };
  switch (column.type) {
    case "day":
    case "instant":
      return samples.every((sample) => MONTH_OR_EPOCH.test(sample))
        ? 1
        : Math.min(1, (kinds.date + kinds.serial) / filled);
    case "integer":
    case "number":
    case "money": {
      const numbers = kinds.date === filled && profile.dateOrder !== "excel" ? 0 : kinds.number / filled;
      return numbers < 1 && known() > 0 ? 0.9 : numbers;
    }
    case "boolean":
      return Math.max(kinds.boolean / filled, known());
    case "text":
    case "json":
      if (column.name === "email") return kinds.email / filled;
      // Words that nobody knows can still be said by a person, so they count against it only a little.
      if (column.values) return 0.75 + 0.25 * known();
      return 1;
  }
}

/** The different words of a column; of one with many, its first. */
export function wordsOf({ words, samples }: ColumnProfile): string[] {
  return words ? Object.keys(words) : samples;
}

/** Whether a column holds nothing but numbers. */
export function isNumeric({ filled, kinds, dateOrder }: ColumnProfile): boolean {
  return filled > 0 && kinds.number === filled && (dateOrder === null || dateOrder === "excel");
}

/** Whether a column's cells look like names of companies, their domains, or ids. */
export function accountFieldOf({ samples }: ColumnProfile): "external_id" | "name" | "domain" {
  const most = (fits: (sample: string) => boolean) => samples.filter(fits).length > samples.length / 2;
  if (most((sample) => /^(https?:\/\/)?[\w-]+(\.[\w-]+)+\/?$/i.test(sample) && /[a-z]{2}/i.test(sample)))
    return "domain";
  if (most((sample) => /\p{L}{2}/u.test(sample) && (/\s/.test(sample) || /^\p{Lu}\p{Ll}+$/u.test(sample))))
    return "name";
  return "external_id";
}
