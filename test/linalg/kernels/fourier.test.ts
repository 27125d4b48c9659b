import { expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { fourier } from "../../../lib/linalg/kernels/fourier";

test("every length to 60 by the definition; the input is left as it is", () => {
  for (let n = 1; n <= 60; n++) {
    const random = rng(n);
    const [re, im] = [random.normal(0, 1, n), random.normal(0, 1, n)];
    const x = { re: Float64Array.from(re), im: Float64Array.from(im) };
    const X = fourier(x);
    expect([Array.from(x.re), Array.from(x.im)]).toEqual([re, im]);
    for (let k = 0; k < n; k++) {
      let [a, b] = [0, 0];
      for (let j = 0; j < n; j++) {
        const angle = (-2 * Math.PI * ((j * k) % n)) / n;
        a += re[j] * Math.cos(angle) - im[j] * Math.sin(angle);
        b += re[j] * Math.sin(angle) + im[j] * Math.cos(angle);
      }
      expect(X.re[k]).toBeCloseTo(a, 12);
      expect(X.im[k]).toBeCloseTo(b, 12);
    }
  }
});
