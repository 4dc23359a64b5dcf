import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeColumns, encodeColumns, type TypedColumns } from "@/lib/core/what-if/typed-columns";

const column = fc.oneof(
  fc.array(fc.double()).map((values) => Float64Array.from(values)),
  fc
    .array(fc.constantFrom(Number.NaN, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, -0, 0.1 + 0.2))
    .map((values) => Float64Array.from(values)),
  fc.int8Array().map((values) => Int8Array.from(values)),
  fc.uint8Array().map((values) => Uint8Array.from(values)),
  fc.int16Array().map((values) => Int16Array.from(values)),
  fc.int32Array().map((values) => Int32Array.from(values)),
);

test("what is encoded is decoded, bit for bit, whatever the columns", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), column, { maxKeys: 6, noNullPrototype: true }),
      fc.jsonValue(),
      (columns, about) => {
        const bytes = encodeColumns(about, columns as TypedColumns);
        const back = decodeColumns(bytes.buffer as ArrayBuffer);
        expect(back.about).toEqual(JSON.parse(JSON.stringify(about)));
        expect(Object.keys(back.columns)).toEqual(Object.keys(columns));
        for (const [name, own] of Object.entries(columns)) {
          expect(back.columns[name]?.constructor).toBe(own.constructor);
          expect(Array.from(back.columns[name] ?? [], (value) => [value])).toEqual(Array.from(own, (value) => [value]));
        }
      },
    ),
  );
});

test("bytes that are no columns are refused", () => {
  expect(() => decodeColumns(new ArrayBuffer(2))).toThrow("requires the bytes of encodeColumns");
  expect(() => decodeColumns(Uint8Array.of(255, 255, 0, 0, 1).buffer)).toThrow("requires the bytes of encodeColumns");
});
