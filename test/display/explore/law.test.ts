import { describe, expect, test } from "vitest";
import { drawLaw } from "../../../lib/display/explore/law";
import type * as plot from "../../../lib/display/plot";
import * as prob from "../../../lib/prob";

const xOf = (figure: plot.Figure, trace = 0) => figure.data[trace].x as number[];
const yOf = (figure: plot.Figure, trace = 0) => figure.data[trace].y as (number | null)[];

describe("a law on the line", () => {
  test("with a density is a curve over all but a thousandth at each end", () => {
    const law = prob.normal(1, 2);
    const figure = drawLaw(law);
    const x = xOf(figure);
    expect([x[0], x[128]]).toEqual([law.ppf(0.001), law.isf(0.001)].map((v) => +v.toPrecision(7)));
    expect(yOf(figure)[64]).toBeCloseTo(law.pdf(1), 6);
  });

  test("reaches the end of its support where that is near", () => {
    expect(xOf(drawLaw(prob.gamma(3)))[0]).toBe(0);
    expect(xOf(drawLaw(prob.beta(2, 2)))[128]).toBe(1);
  });

  test("has a gap where the density is infinite", () => {
    const y = yOf(drawLaw(prob.gamma(0.5)));
    expect(y[0]).toBeNull();
    expect(y.slice(1).every((v) => v !== null)).toBe(true);
  });

  test("of counts has a stem for each, and not more than can be told apart", () => {
    const coin = drawLaw(prob.bernoulli(0.3));
    expect(xOf(coin, 1)).toEqual([0, 1]);
    expect(yOf(coin, 1)).toEqual([0.7, 0.3]);
    const k = xOf(drawLaw(prob.poisson(1e6)), 1);
    expect(k.length).toBeLessThanOrEqual(400);
    expect(new Set(k.slice(1).map((v, i) => v - k[i])).size).toBe(1);
  });

  test("is drawn over the part that is asked for", () => {
    expect(xOf(drawLaw(prob.poisson(2), { xRange: [0, 4] }), 1)).toEqual([0, 1, 2, 3, 4]);
    expect(xOf(drawLaw(prob.cauchy(), { xRange: [-2, 2] }))[0]).toBe(-2);
  });
});

describe("a law of two free coordinates", () => {
  const heights = (figure: plot.Figure) => figure.data[0].z as (number | null)[][];

  test("normal: level lines three standard deviations about the mean", () => {
    const law = prob.multivariateNormal([1, 2], [[4, 0], [0, 1]]); // biome-ignore format: a matrix
    const figure = drawLaw(law);
    expect([xOf(figure)[0], xOf(figure)[32]]).toEqual([-5, 7]);
    expect(heights(figure)[16][16]).toBeCloseTo(law.pdf([1, 2]), 5);
  });

  test("Dirichlet: nothing where the third share would be negative", () => {
    const z = heights(drawLaw(prob.dirichlet([2, 3, 4])));
    expect(z[26][26]).toBeNull();
    expect(z[0][0]).toBeGreaterThan(0);
  });

  test("multinomial: a cell for each pair of counts, the first on the bottom", () => {
    const law = prob.multinomial(4, [0.5, 0.3, 0.2]);
    const z = heights(drawLaw(law));
    expect(z[4][1]).toBeCloseTo(law.pmf([1, 0, 3]), 6);
    expect(z[0][0]).toBeCloseTo(law.pmf([0, 4, 0]), 6);
    expect(z[0][1]).toBeNull();
  });
});
