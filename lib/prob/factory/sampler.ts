import { type Rng, requireNumber, requireRng } from "../../core";

/** `sample(rng)` and `sample(rng, n)` from a function that draws n values. */
export function batchSampler<T>(
  name: string,
  draw: (rng: Rng, n: number) => T[],
): { (rng: Rng): T; (rng: Rng, n: number): T[] } {
  const caller = `${name}.sample`;
  function sample(rng: Rng): T;
  function sample(rng: Rng, n: number): T[];
  function sample(rng: Rng, n?: number): T | T[] {
    requireRng(caller, rng);
    if (n === undefined) return draw(rng, 1)[0];
    requireNumber(caller, "n", n, { min: 0, integer: true });
    return draw(rng, n);
  }
  return sample;
}

/** The same from a function that draws one value. */
export function sampler<T>(name: string, draw: (rng: Rng) => T) {
  return batchSampler(name, (rng, n) => {
    const out = new Array<T>(n);
    for (let i = 0; i < n; i++) out[i] = draw(rng);
    return out;
  });
}
