import { suggestValues } from "./suggest-values";
import type { ColumnSpec } from "./table-spec";

const DATE =
  /\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|^\d{4}-\d{2}$|^\d{5}(\.\d+)?$|^\d{10}(\d{3})?$|\d{1,2}[ -][\p{L}]{3,9}\.?[ -,]+\d{2,4}|[\p{L}]{3,9}\.? \d{1,2},? \d{4}|^\d{8}$/u;
const NUMBER =
  /^[^\p{L}\d]{0,3}[\d][\d.,' \u00a0\u202f]*\s*[%kKmM]?[^\p{L}\d]{0,3}$|^\(?[^\p{L}\d]{0,3}[\d.,]+\)?\s*[A-Z]{0,3}$|^-/u;
const MISSING = /^(|-|–|n\/?a|null|none)$/i;
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/** How far a column's cells fit one of ours, 0 to 1: cells that cannot be read as it count against the name. */
export function readsAs(column: ColumnSpec, samples: readonly string[]): number {
  const filled = samples.map((sample) => sample.trim()).filter((sample) => !MISSING.test(sample));
  if (filled.length === 0) return 1;
  const share = (fits: (sample: string) => boolean) => filled.filter(fits).length / filled.length;
  const known = () => {
    const words = Object.values(suggestValues(column, filled));
    return words.filter((word) => word !== null).length / words.length;
  };
  switch (column.type) {
    case "day":
    case "instant":
      return share((sample) => DATE.test(sample));
    case "integer":
    case "number":
    case "money": {
      const numbers = share((sample) => NUMBER.test(sample) && !/^\d{4}-\d{2}-\d{2}/.test(sample));
      return Math.max(numbers, numbers < 1 && known() > 0 ? 0.9 : 0);
    }
    case "boolean":
      return known();
    case "text":
    case "json":
      if (column.name === "email") return share((sample) => EMAIL.test(sample));
      // Words that nobody knows can still be said by a person, so they count against it only a little.
      if (column.values) return 0.75 + 0.25 * known();
      return 1;
  }
}

/** Whether a column's cells are e-mail addresses. */
export function areEmails(samples: readonly string[]): boolean {
  const filled = samples.map((sample) => sample.trim()).filter((sample) => !MISSING.test(sample));
  return filled.length > 0 && filled.every((sample) => EMAIL.test(sample));
}

/** Whether a column's cells look like names of companies, their domains, or ids. */
export function accountFieldOf(samples: readonly string[]): "external_id" | "name" | "domain" {
  const filled = samples.map((sample) => sample.trim()).filter((sample) => sample !== "");
  const most = (fits: (sample: string) => boolean) => filled.filter(fits).length > filled.length / 2;
  if (most((sample) => /^(https?:\/\/)?[\w-]+(\.[\w-]+)+\/?$/i.test(sample) && /[a-z]/i.test(sample))) return "domain";
  if (most((sample) => /\p{L}{2,}/u.test(sample) && (/\s/.test(sample) || /^\p{Lu}\p{Ll}+$/u.test(sample))))
    return "name";
  return "external_id";
}
