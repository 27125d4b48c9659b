import { describeValue, type Rng, requireNumber } from "../core";

/** `sample(rng)` and `sample(rng, n)` from a function that draws one value. */
export function sampler<T>(
  name: string,
  draw: (rng: Rng) => T,
): { (rng: Rng): T; (rng: Rng, n: number): T[] } {
  const caller = `${name}.sample`;
  function sample(rng: Rng): T;
  function sample(rng: Rng, n: number): T[];
  function sample(rng: Rng, n?: number): T | T[] {
    if (typeof rng?.random !== "function" || typeof rng.normal !== "function") {
      throw new TypeError(
        `${caller}: rng must be a generator made by rng(seed), got ${describeValue(rng)}`,
      );
    }
    if (n === undefined) return draw(rng);
    requireNumber(caller, "n", n, { min: 0, integer: true });
    const out = new Array<T>(n);
    for (let i = 0; i < n; i++) out[i] = draw(rng);
    return out;
  }
  return sample;
}
