import { expect, test } from "vitest";
import { notationOf, plainNumber } from "../../../lib/data/csv/notation";

test.each<[string[], unknown]>([
  [["1,234.5", "12"], { decimal: ".", thousands: "," }],
  [["1,234", "1,234,567"], { decimal: ".", thousands: "," }],
  [["1,234", "1.5"], { decimal: ".", thousands: "," }],
  [["3,14", "2"], { decimal: "," }],
  [["0,234", "1,234"], { decimal: "," }],
  [["1234,567"], { decimal: "," }],
  [["1.234,5", "-7"], { decimal: ",", thousands: "." }],
  [["1\u00a0234,5"], { decimal: ",", thousands: "\u00a0" }],
  [["1,234"], "either"],
  [["1,234", "999"], "either"],
  [["12", "13"], undefined],
  [["1,23,4"], undefined],
  [["1,234.5", "3,14"], undefined],
  [["a,1"], undefined],
  [["3.644.826", "327.258"], { decimal: ",", thousands: "." }],
  [["327.258"], undefined],
  [["3.644.82"], undefined],
  [[""], undefined],
])("%j", (fields, notation) => {
  expect(notationOf(fields)).toEqual(notation);
});

test("plainNumber", () => {
  const english = plainNumber({ decimal: ".", thousands: "," });
  expect(["1,234.5", "-1,000", "12", ".5", "1,0", "1,2345", "1e3"].map(english)).toEqual([
    "1234.5",
    "-1000",
    "12",
    ".5",
    "",
    "",
    "1e3",
  ]);
  const french = plainNumber({ decimal: ",", thousands: " " });
  expect(["1 234,5", "1\u202f234,5", "1\u00a0000", "3.14"].map(french)).toEqual([
    "1234.5",
    "1234.5",
    "1000",
    "",
  ]);
});
