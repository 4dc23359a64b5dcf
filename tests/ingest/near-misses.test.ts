import { describe, expect, it } from "vitest";
import { editDistance } from "@/lib/ingest/edit-distance";
import { nearMisses } from "@/lib/ingest/near-misses";

const KNOWN = [
  { externalId: "NW-001", name: "Northwind Freight", domain: "northwind.test" },
  { externalId: "UM-002", name: "Ümlaut GmbH", domain: "https://www.umlaut.test/" },
  { externalId: "ST-012", name: "Store 12", domain: null },
  { externalId: "ST-013", name: "Store 13", domain: null },
  { externalId: "AC-004", name: "Acme Manufacturing Inc.", domain: "acme.test" },
];

const best = (key: string) => nearMisses([key], KNOWN)[0]?.candidates[0];

describe("a key that no account has", () => {
  it.each([
    ["Northwind Freigth Ltd", "NW-001", "1 letter differs"],
    ["Freight Northwind", "NW-001", "the same words in another order"],
    ["umlaut", "UM-002", "the same name but for signs or its legal form"],
    ["nw_1", "NW-001", "the same id, written otherwise"],
    ["ops@northwind.test", "NW-001", "its domain is northwind.test"],
    ["www.acme.example", "AC-004", "its domain is acme.test"],
    ["Acme", "AC-004", "one name holds the other"],
    ["Store-12", "ST-012", "the same name but for signs or its legal form"],
  ])("%s is near %s", (key, externalId, why) => {
    expect(best(key)).toMatchObject({ externalId, why });
  });

  it("is not near an account that another number tells apart, or that shares nothing", () => {
    expect(nearMisses(["ST-014", "Store 14", "Zebra Holdings", ""], KNOWN)).toEqual([]);
  });

  it("has at most three, the likeliest first", () => {
    const many = ["Alpha Systems", "Alpha System", "Alfa Systems", "Alpha Sistems", "Beta"].map((name, index) => ({
      externalId: `x${index}`,
      name,
      domain: null,
    }));
    const [found] = nearMisses(["Alpha Systemz"], many);
    expect(found?.candidates).toHaveLength(3);
    const likeness = found?.candidates.map((one) => one.likeness) ?? [];
    expect(likeness).toEqual([...likeness].sort((a, b) => b - a));
  });

  it("is found among twenty thousand, a thousand times", { timeout: 300_000 }, () => {
    const word = (seed: number) => {
      let [text, rest] = ["", (seed * 2654435761) % 4294967296];
      for (let index = 0; index < 8; index += 1) {
        text += "abcdefghijklmnopqrstuvwxyz"[rest % 26];
        rest = (Math.floor(rest / 26) + seed * 7919 * (index + 1)) % 4294967296;
      }
      return text;
    };
    const places = ["Systems", "Logistics", "Freight", "Media", "Health", "Foods"];
    const name = (index: number) => `${word(index + 1)} ${word(index * 3 + 5)} ${places[index % 6]}`;
    const known = Array.from({ length: 20_000 }, (_, index) => ({
      externalId: `id${index}`,
      name: name(index),
      domain: null,
    }));
    const keys = Array.from({ length: 1_000 }, (_, index) => `${name(index * 19).replace(/.(?= )/, "")} GmbH`);
    const found = nearMisses(keys, known);
    const right = found.filter(({ key, candidates }) => candidates[0]?.externalId === `id${keys.indexOf(key) * 19}`);
    expect(right.length).toBeGreaterThan(980);
  });
});

it.each([
  ["", "", 0],
  ["abc", "abc", 0],
  ["freight", "freigth", 1],
  ["kitten", "sitting", 3],
  ["abc", "", 3],
])("from %s to %s it is %i", (a, b, distance) => {
  expect(editDistance(a, b, 10)).toBe(distance);
});

it("a distance beyond the most says only that", () => {
  expect(editDistance("kitten", "elephant", 2)).toBe(3);
});
