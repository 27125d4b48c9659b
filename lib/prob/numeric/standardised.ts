/** (x − location)/scale, also where the difference overflows. */
export function standardised(x: number, location: number, scale: number): number {
  const d = x - location;
  if (Math.abs(d) < Infinity || Math.abs(x) === Infinity) return d / scale;
  return ((x / 4 - location / 4) / scale) * 4;
}

/** location + scale·z, also where the product overflows and the sum does not. */
export function unstandardised(z: number, location: number, scale: number): number {
  const x = location + scale * z;
  return Math.abs(x) < Infinity || Math.abs(z) === Infinity
    ? x
    : 4 * (location / 4 + (scale / 4) * z);
}

/** ln|x − location| − ln scale, for where the quotient leaves the range of doubles. */
export function logStandardised(x: number, location: number, scale: number): number {
  return Math.log(Math.abs(x / 4 - location / 4)) + Math.log(4) - Math.log(scale);
}
