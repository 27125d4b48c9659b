import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { TEMME } from "../../../lib/prob/special/kernels/temme";
import fixture from "../fixtures/coefficients.json";

test("the table of Temme's expansion is the derived one", () => {
  expect(TEMME).toEqual(fixture.temme);
});

test.each(["gammaln", "digamma"] as const)(
  "the rational approximation of %s is the derived one",
  (name) => {
    const { P, Q, relativeError } = fixture[name];
    expect(relativeError).toBeLessThan(3e-17);
    const source = readFileSync(join(__dirname, `../../../lib/core/special/${name}.ts`), "utf8");
    const table = (letter: string) =>
      JSON.parse(
        source.match(new RegExp(`const ${letter} = (\\[[^\\]]*\\])`))![1].replace(/,\s*\]/, "]"),
      );
    expect(table("P")).toEqual(P);
    expect(table("Q")).toEqual(Q);
  },
);
