import { dayNumber } from "@/lib/core/calendar";
import { at } from "./at";
import type { Blueprint } from "./blueprint";
import { slugOf } from "./names";

const LONGEST = "The Consolidated Harbour, Warehousing & Cold-Chain Distribution Company of Husum";

const FAMILIES = [
  [24, 23],
  [31, 23],
  [52, 51],
  [77, 76],
] as const;

/** Customers that break careless screens and files: names, scripts, currencies, nothing to pay, a leap day. */
export function applyAwkward(book: Blueprint[]): void {
  const named = (index: number) => at(book, index);
  const [longest, hebrew, japanese, twin] = [named(10), named(11), named(12), named(13)];
  const [otherTwin, formula, free, euro] = [named(14), named(15), named(16), named(17)];
  const [leap, umlaut] = [named(18), named(19)];
  rename(longest, LONGEST);
  rename(hebrew, "שירותי ענן הגליל", "galilee-cloud");
  rename(japanese, "株式会社さくら物流", "sakura-butsuryu");
  rename(twin, "Meridian Group");
  rename(otherTwin, "Meridian Group", "meridian-group-2");
  rename(formula, '=HYPERLINK("http://x","y")', "hyperlink-http-x-y");
  rename(free, "Commons Foundation");
  rename(euro, "Société Générale d’Étanchéité");
  rename(leap, "Quadrennial Partners");
  rename(umlaut, "Österlund & Söhne");
  inCurrency(japanese, "JPY", 1.5);
  inCurrency(euro, "EUR", 0.92);
  inCurrency(umlaut, "EUR", 0.92);
  japanese.region = "APAC";
  for (const term of free.terms) term.arrCents = 0;
  const last = at(leap.terms, -1);
  last.endsOn = dayNumber("2028-02-29");
  otherTwin.parentId = twin.id;
  for (const [child, parent] of FAMILIES) at(book, child).parentId = at(book, parent).id;
  const seen = new Set<string>();
  for (const account of book) {
    if (seen.has(account.slug)) account.slug = `${account.slug}-${account.id}`;
    seen.add(account.slug);
  }
}

function rename(account: Blueprint, name: string, slug = slugOf(name)): void {
  account.name = name;
  account.slug = slug;
}

/** Prices in a currency's minor units: a yen has none, so 1.5 of them stand for a cent. */
function inCurrency(account: Blueprint, currency: string, factor: number): void {
  account.currency = currency;
  for (const term of account.terms) term.arrCents = Math.round((term.arrCents * factor) / 1000) * 1000;
}
