import { describe, expect, test } from "vitest";
import * as prob from "../../../lib/prob";
import { betaTail } from "../../../lib/prob/special/kernels/betaTail";
import { gammaTail } from "../../../lib/prob/special/kernels/gammaTail";
import { logTailValue } from "../../../lib/prob/special/kernels/tail";
import fixture from "../fixtures/special.json";
import { expectClose } from "../helpers";

type Row = number[];

/** Relative tolerance of each function over its whole fixture. */
const TOLERANCES = {
  erf: 1e-15,
  erfc: 1e-15,
  erfcx: 1e-15,
  ndtr: 1e-15,
  logNdtr: 1e-15,
  ndtri: 1e-15,
  erfinv: 1e-15,
  erfcinv: 1e-15,
  gammaln: 1e-15,
  digamma: 1e-15,
  betaln: 4e-15,
};

describe("special functions against 50-digit values", () => {
  for (const [name, rtol] of Object.entries(TOLERANCES)) {
    test(name, () => {
      const rows = fixture[name as keyof typeof TOLERANCES] as Row[];
      expect(rows.length).toBeGreaterThan(40);
      const f = (prob as never as Record<string, (...x: number[]) => number>)[name];
      for (const row of rows) {
        const args = row.slice(0, -1);
        expectClose(f(...args), row[row.length - 1], rtol, `${name}(${args})`);
      }
    });
  }

  test("incomplete gamma: ln of both tails, shapes 1e-3 to 1e6", () => {
    for (const [a, x, lower, upper] of fixture.logGammainc as Row[]) {
      const tail = gammaTail(a, x);
      expectLog(logTailValue(tail, false), lower, 5e-15, `ln P(${a}, ${x})`);
      expectLog(logTailValue(tail, true), upper, 5e-15, `ln Q(${a}, ${x})`);
    }
  });

  test("incomplete beta: ln of both tails, shapes 1e-3 to 1e6", () => {
    for (const [a, b, x, lower, upper] of fixture.logBetainc as Row[]) {
      const tail = betaTail(a, b, x, 1 - x);
      expectLog(logTailValue(tail, false), lower, 1e-13, `ln I_${x}(${a}, ${b})`);
      expectLog(logTailValue(tail, true), upper, 1e-13, `ln (1 − I_${x}(${a}, ${b}))`);
    }
  });

  test("the public incomplete functions are these tails", () => {
    for (const [a, x, lower, upper] of fixture.logGammainc as Row[]) {
      if (lower > -700) expectClose(prob.gammainc(a, x), Math.exp(lower), 2e-13, `P(${a}, ${x})`);
      if (upper > -700) expectClose(prob.gammaincc(a, x), Math.exp(upper), 2e-13, `Q(${a}, ${x})`);
    }
    for (const [a, b, x, lower, upper] of fixture.logBetainc as Row[]) {
      if (lower > -700) expectClose(prob.betainc(a, b, x), Math.exp(lower), 3e-13, `I(${a}, ${b})`);
      if (upper > -700) expectClose(prob.betaincc(a, b, x), Math.exp(upper), 3e-13, `1 − I`);
    }
  });
});

/**
 * An error of the logarithm is a relative error of the tail. Where the tail is near 1 its logarithm is
 * itself (minus) the other tail, whose relative error grows with its own logarithm.
 */
function expectLog(got: number, want: number, tol: number, what: string): void {
  const size = Math.abs(want);
  expectClose(got, want, tol * (size > 0.5 ? 1 / Math.min(1, size) : 1 - Math.log(size)), what);
}
