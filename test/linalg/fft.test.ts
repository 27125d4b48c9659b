import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { type Complex, fft, ifft } from "../../lib/linalg";
import { EPS, fixture } from "./helpers";

interface Fixture {
  cases: { re: number[]; im: number[]; Re: number[]; Im: number[] }[];
  long: Record<string, [number, number, number][]>;
}
const { cases, long } = fixture<Fixture>("transforms");

const together = (re: number[], im: number[]): Complex[] =>
  re.map((x, k) => ({ re: x, im: im[k] }));
const power = (x: Complex[]) => x.reduce((sum, { re, im }) => sum + re * re + im * im, 0);

/** ‖x − y‖/‖y‖. */
function error(x: Complex[], y: Complex[]): number {
  const gaps = x.map(({ re, im }, k) => ({ re: re - y[k].re, im: im - y[k].im }));
  return Math.sqrt(power(gaps) / power(y));
}

/** n complex normal numbers. */
function randomComplex(n: number, seed = 1): Complex[] {
  const random = rng(seed);
  return together(random.normal(0, 1, n), random.normal(0, 1, n));
}

describe("by mpmath", () => {
  for (const { re, im, Re, Im } of cases) {
    test(`length ${re.length}`, () => {
      const [x, X] = [together(re, im), together(Re, Im)];
      expect(error(fft(x), X)).toBeLessThan(3 * EPS);
      expect(error(ifft(X), x)).toBeLessThan(3 * EPS);
    });
  }
});

describe("by NumPy, long ones", () => {
  for (const [n, picks] of Object.entries(long)) {
    test(`length ${n}`, () => {
      const X = fft(Array.from({ length: Number(n) }, (_, j) => (j * j) % 7));
      for (const [k, re, im] of picks) {
        // The largest coefficient is n times the mean, about 2n; errors are relative to it.
        expect(Math.abs(X[k].re - re)).toBeLessThan(10 * EPS * 2 * Number(n));
        expect(Math.abs(X[k].im - im)).toBeLessThan(10 * EPS * 2 * Number(n));
      }
    });
  }
});

describe("identities", () => {
  for (const n of [1, 2, 15, 16, 101, 210, 256, 1001, 2 ** 14, 10007, 65537]) {
    test(`length ${n}: the inverse, Parseval, shift`, () => {
      const x = randomComplex(n);
      const X = fft(x);
      expect(error(ifft(X), x)).toBeLessThan(6 * EPS);
      expect(power(X) / n / power(x)).toBeCloseTo(1, 13);
      // x shifted by one: Xₖ·e^(−2πik/n).
      const shifted = fft(x.map((_, j) => x[(j + n - 1) % n]));
      const turned = X.map(({ re, im }, k) => {
        const [c, s] = [Math.cos((2 * Math.PI * k) / n), -Math.sin((2 * Math.PI * k) / n)];
        return { re: re * c - im * s, im: re * s + im * c };
      });
      expect(error(shifted, turned)).toBeLessThan(6 * EPS);
    });
  }

  test("convolution becomes multiplication", () => {
    for (const n of [8, 9, 23]) {
      const [x, y] = [rng(1).normal(0, 1, n), rng(2).normal(0, 1, n)];
      const direct = x.map((_, k) => x.reduce((sum, v, j) => sum + v * y[(k - j + n) % n], 0));
      const [X, Y] = [fft(x), fft(y)];
      const product = X.map((a, k) => ({
        re: a.re * Y[k].re - a.im * Y[k].im,
        im: a.re * Y[k].im + a.im * Y[k].re,
      }));
      ifft(product).forEach(({ re, im }, k) => {
        expect(re).toBeCloseTo(direct[k], 13);
        expect(im).toBeCloseTo(0, 13);
      });
    }
  });

  test("real numbers: as complex ones without imaginary part, conjugate in pairs", () => {
    const x = rng(3).normal(0, 1, 30);
    const X = fft(x);
    expect(fft(x.map((re) => ({ re, im: 0 })))).toEqual(X);
    for (let k = 1; k < 30; k++) {
      expect(X[30 - k].re).toBeCloseTo(X[k].re, 13);
      expect(X[30 - k].im).toBeCloseTo(-X[k].im, 13);
    }
  });

  test("pure oscillations, constants and impulses, to the last bit for powers of two", () => {
    expect(fft([3, 3, 3, 3])).toEqual(together([12, 0, 0, 0], [0, 0, 0, 0]));
    expect(fft([1, 0, 0, 0, 0, 0, 0, 0])).toEqual(
      together(new Array(8).fill(1), new Array(8).fill(0)),
    );
    expect(fft([1, -1, 1, -1])[2]).toEqual({ re: 4, im: 0 });
    expect(fft([0, 0, 0])).toEqual(together([0, 0, 0], [0, 0, 0]));
  });
});

test("a prime length costs no more than a constant times its neighbour", () => {
  const time = (n: number) => {
    const x = rng(1).normal(0, 1, n);
    let best = Infinity;
    for (let k = 0; k < 5; k++) {
      const start = performance.now();
      fft(x);
      best = Math.min(best, performance.now() - start);
    }
    return best;
  };
  // Bluestein: three transforms of four times the length. By the definition it would be 2000 times.
  expect(time(65537) / time(65536)).toBeLessThan(60);
});

test("huge and tiny numbers, also on the way of Bluestein's method", () => {
  for (const n of [4, 37]) {
    for (const f of [1e300, 1e-300, 5e-324, 1e307]) {
      const x = Array.from({ length: n }, (_, j) => (j === 1 ? f : 0));
      const X = fft(x);
      expect(X[0].re / f).toBeCloseTo(1, 13);
      expect(ifft(X)[1].re / f).toBeCloseTo(1, 13);
    }
  }
  expect(() => fft(new Array(37).fill(1e308))).toThrow(
    new RangeError("fft: the transform overflows"),
  );
  expect(ifft(new Array(4).fill(1.5e308))[0].re).toBe(1.5e308);
});

test("what it rejects; arguments are left as they are", () => {
  expect(() => fft([])).toThrow(new RangeError("fft: x must have at least 1 entry, got 0"));
  expect(() => fft("abc" as never)).toThrow(TypeError);
  expect(() => fft([1, Number.NaN])).toThrow(new RangeError("fft: x must be finite, x[1] is NaN"));
  expect(() => fft([{ re: 1, im: 0 }, 2] as never)).toThrow(
    new TypeError("fft: x must hold complex numbers {re, im}, x[1] is 2"),
  );
  expect(() => ifft([{ re: 1 } as never])).toThrow(
    new TypeError("ifft: X[0].im must be a finite number, got undefined"),
  );
  expect(() => fft([1, { re: 1, im: 1 }] as never)).toThrow("fft: x must hold numbers");
  const x = Object.freeze([1, 2, 3]);
  const z = Object.freeze([Object.freeze({ re: 1, im: 2 })]);
  fft(x);
  expect(ifft(z)).toEqual(z);
});
