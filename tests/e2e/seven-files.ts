import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import writeExcel from "write-excel-file/node";
import { addDays, type Day, dayNumber } from "@/lib/core/calendar";

/** The last day that the folder tells of. */
export const LAST_DAY: Day = "2026-11-30";
const FIRST_WEEK: Day = "2024-11-25";
const WEEKS = 105;

/** Accounts of a company that is nobody's demo: customer number, name, domain, yearly value in euros, seats. */
const COMPANIES = [
  ["K-1001", "Alpenwerk GmbH", "alpenwerk.example", 48_250.5, 60],
  ["K-1002", "Brückner & Söhne KG", "brueckner.example", 12_400, 20],
  ["K-1003", "Cordes Logistik AG", "cordes-logistik.example", 96_000, 140],
  ["K-1004", "Dachstein Energie", "dachstein.example", 31_999.99, 45],
  ["K-1005", "Elbufer Verlag", "elbufer.example", 8_700, 12],
  ["K-1006", "Föhr Medizintechnik", "foehr-med.example", 64_300.25, 80],
  ["K-1007", "Grünwald Optik", "gruenwald.example", 19_080, 25],
  ["K-1008", "Havel Maschinenbau", "havel-mb.example", 152_000, 210],
  ["K-1009", "Isartal Molkerei", "isartal.example", 27_500, 30],
  ["K-1010", "Jade Reederei", "jade-reederei.example", 73_450.75, 90],
  ["K-1011", "Kupferberg Bank", "kupferberg.example", 210_000, 300],
  ["K-1012", "Lahntal Klinik", "lahntal.example", 44_000, 70],
] as const;

type Company = (typeof COMPANIES)[number];
const number = (company: Company) => company[0];

/** Writes the folder of seven files, no two alike; gives back their paths in an order in which accounts come last. */
export async function writeSevenFiles(folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const path = (name: string) => join(folder, name);
  const write = (name: string, content: string | Buffer) => {
    writeFileSync(path(name), content);
    return path(name);
  };
  return [
    write("weekly usage.csv", weeklyUsage()),
    write("Subscriptions.tsv", subscriptions()),
    write("Support cases.csv", supportCases()),
    write("renewal outcomes.csv", outcomes()),
    write("kpis.csv", wideMetrics()),
    await contacts(path("Contacts.xlsx")),
    write("Kunden.csv", customers()),
  ];
}

/** Windows-1252, semicolons, decimal commas with thousands in points, days first. */
function customers(): Buffer {
  const head = "Kundennummer;Kunde;Domain;Segment;Kunde seit";
  const rows = COMPANIES.map(([id, name, domain, value]) =>
    [id, name, domain, value > 60_000 ? "Enterprise" : "Mittelstand", "18.11.2024"].join(";"),
  );
  return Buffer.from(`${[head, ...rows].join("\r\n")}\r\n`, "latin1");
}

/** Tabs, Excel's serial days, yearly values with decimal commas; the customer's number in another case and with blanks. */
function subscriptions(): string {
  const serial = (day: Day) => dayNumber(day) - dayNumber("1899-12-30");
  const head = ["Subscription ID", "Customer Ref", "Start date", "End date", "Annual value", "Currency", "Quantity"];
  const rows = COMPANIES.flatMap((company, index) => {
    const [id, , , value, seats] = company;
    const ref = index % 2 === 0 ? ` ${id.toLowerCase()} ` : id;
    const amount = `${value.toLocaleString("de-DE", { minimumFractionDigits: 2 })} €`;
    const term = (n: number, start: Day, end: Day) =>
      [`SUB-${index + 1}-${n}`, ref, serial(start), serial(end), amount, "EUR", seats].join("\t");
    return [term(1, "2024-11-18", "2025-11-30"), term(2, "2025-12-01", index < 4 ? "2027-01-31" : "2027-11-30")];
  });
  return `${[head.join("\t"), ...rows].join("\n")}\n`;
}

/** A week a row, named by the subscription and not by the account; the first four fall away in the last months. */
function weeklyUsage(): string {
  const rows: string[] = ["subscription_id,week_start,active_users,logins,events,minutes"];
  COMPANIES.forEach(([, , , , seats], index) => {
    for (let week = 0; week < WEEKS; week++) {
      const fading = index < 4 && week > 84 ? Math.max(0.1, 1 - (week - 84) * 0.05) : 1;
      const users = Math.max(1, Math.round(seats * (0.55 + (index % 5) * 0.07) * fading * (1 + 0.05 * Math.sin(week))));
      const term = addDays(FIRST_WEEK, week * 7) < "2025-12-01" ? 1 : 2;
      const day = addDays(FIRST_WEEK, week * 7);
      rows.push(`SUB-${index + 1}-${term},${day},${users},${users * 9},${users * 140},${users * 75}`);
    }
  });
  return `${rows.join("\n")}\n`;
}

/** UTF-16, months first, priorities of their own, accounts by name with slips of the pen. */
function supportCases(): Buffer {
  const us = (day: Day) => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`;
  const slips: Record<string, string> = { "K-1003": "Cordes Logistik", "K-1008": "Havel Maschinenbua" };
  const words = ["P1 - Production down", "P2", "P3", "P4"];
  const rows = ["Case Number,Account Name,Date Opened,Date Closed,Priority,CSAT"];
  COMPANIES.forEach((company, index) => {
    const name = slips[number(company)] ?? company[1];
    const count = index < 4 ? 24 : 12;
    for (let n = 0; n < count; n++) {
      const opened = addDays("2024-12-03", Math.round((n * 715) / count) + index);
      const word = words[(n + index) % (index < 4 ? 2 : 4)] ?? "P3";
      rows.push(
        `C-${index}${n},"${name}",${us(opened)},${us(addDays(opened, 2 + (n % 3)))},${word},${3 + ((n + index) % 3)}`,
      );
    }
  });
  return Buffer.from(`\ufeff${rows.join("\r\n")}\r\n`, "utf16le");
}

/** Words of their own for what was decided, and dates that may be day-first or month-first all through. */
function outcomes(): string {
  const rows = ["Customer ID|Result|Decision date|Value before|Value after|Reason"];
  COMPANIES.forEach(([id, , , value], index) => {
    const word = index === 4 ? "Contracted" : index % 4 === 1 ? "Upsell" : "Won back for another year";
    const after = word === "Contracted" ? value * 0.8 : word === "Upsell" ? value * 1.2 : value;
    rows.push(`${id}|${word}|0${1 + (index % 9)}/11/2025|${value}|${after.toFixed(2)}|`);
  });
  return `${rows.join("\n")}\n`;
}

/** A column a metric, accounts by domain, a month a row. */
function wideMetrics(): string {
  const rows = ["domain,month_end,adoption_index,open_projects"];
  COMPANIES.forEach(([, , domain], index) => {
    for (let month = 0; month < 23; month++) {
      const day = addDays("2024-12-31", Math.floor(month * 30.4375));
      rows.push(`https://www.${domain}/,${day},${50 + ((index * 7 + month) % 40)},${(index + month) % 6}`);
    }
  });
  return `${rows.join("\n")}\n`;
}

/** A workbook: first and last names apart, roles in words of their own. */
async function contacts(path: string): Promise<string> {
  const roles = ["Advocate", "Decision maker", "Executive sponsor", "End user"];
  const head = ["Contact ID", "Company ID", "First name", "Last name", "Role", "Active since"];
  const rows = COMPANIES.flatMap(([id], index) =>
    roles.map((role, n) => [`P${index}-${n}`, id, `Vorname${n}`, `Nachname${index}`, role, "2024-12-01"]),
  );
  const cells = [head, ...rows].map((row) => row.map((value) => ({ type: String, value })));
  writeFileSync(path, await writeExcel(cells, {}).toBuffer());
  return path;
}
