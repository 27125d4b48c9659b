const MASK = 0xffffffffffffffffn;

/** The jump polynomial of xoshiro256++: 2¹²⁸ steps (Blackman & Vigna). */
export const JUMP = [
  0x180ec6d33cfd0aban,
  0xd5a61266f0c9392cn,
  0xa9582618e03fc9aan,
  0x39abdc4529b1661cn,
];

/** SplitMix64, the generator that xoshiro's authors recommend for filling its state from a seed. */
export function splitMix64(seed: bigint): () => bigint {
  let x = seed & MASK;
  return () => {
    x = (x + 0x9e3779b97f4a7c15n) & MASK;
    let z = x;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & MASK;
    return z ^ (z >> 31n);
  };
}

/** Whether the sum of two unsigned 32-bit numbers, sum = (a + b) mod 2³², has lost a carry. */
function carry(a: number, b: number, sum: number): number {
  return ((a & b) | ((a | b) & ~sum)) >>> 31;
}

/**
 * Runs xoshiro256++ some steps from the state `s` on; `out`, if there is one, gets the upper 53 of
 * the 64 output bits. `end` gets the state after the last step. JavaScript's integers have 32 bits, hence
 * the halves.
 */
export function run(s: Int32Array, steps: number, end: Int32Array, out?: Float64Array): void {
  let h0 = s[0]!;
  let l0 = s[1]!;
  let h1 = s[2]!;
  let l1 = s[3]!;
  let h2 = s[4]!;
  let l2 = s[5]!;
  let h3 = s[6]!;
  let l3 = s[7]!;
  for (let i = 0; i < steps; i++) {
    if (out !== undefined) {
      // result = rotl(s0 + s3, 23) + s0; the carry out of a low half is in its top bits
      const sumLo = (l0 + l3) | 0;
      const sumHi = (h0 + h3 + carry(l0, l3, sumLo)) | 0;
      const rotHi = (sumHi << 23) | (sumLo >>> 9);
      const rotLo = (sumLo << 23) | (sumHi >>> 9);
      const outLo = (rotLo + l0) | 0;
      const outHi = (rotHi + h0 + carry(rotLo, l0, outLo)) | 0;
      out[i] = (outHi >>> 0) * 0x200000 + (outLo >>> 11);
    }
    // s2 ^= s0; s3 ^= s1; s1 ^= s2; s0 ^= s3; s2 ^= s1_before << 17; s3 = rotl(s3, 45)
    const h = (h1 << 17) | (l1 >>> 15);
    const l = l1 << 17;
    h2 ^= h0;
    l2 ^= l0;
    h3 ^= h1;
    l3 ^= l1;
    h1 ^= h2;
    l1 ^= l2;
    h0 ^= h3;
    l0 ^= l3;
    h2 ^= h;
    l2 ^= l;
    const high = h3;
    h3 = (l3 << 13) | (high >>> 19);
    l3 = (high << 13) | (l3 >>> 19);
  }
  end.set([h0, l0, h1, l1, h2, l2, h3, l3]);
}
