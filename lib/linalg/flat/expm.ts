import { balance } from "../kernels/balance";
import { type Degree, extraHalvings, padeCoefficients, THETA } from "../kernels/pade";
import { scaleBy, scaleToUnit, tame } from "../kernels/scaling";
import { realSchur } from "../kernels/schur";
import { isUpperTriangular, refineTriangular } from "../kernels/triangularExponential";
import { blank, type Dense, release } from "../storage/dense";
import { requireInRange } from "../storage/unpack";
import { copyOf } from "./copy";
import { product } from "./product";
import { solve } from "./solve";
import { transpose } from "./transpose";

const WHAT = "e^A";

/** ‖A‖₁, the largest column sum. */
function columnNorm({ data, rows: n }: Dense): number {
  const sums = new Float64Array(n);
  for (let i = 0, p = 0; i < n; i++) for (let j = 0; j < n; j++) sums[j] += Math.abs(data[p++]);
  return sums.reduce((max, v) => Math.max(max, v), 0);
}

/** The even powers of X, each made when it is first asked for. */
class EvenPowers {
  private readonly powers: Dense[] = [];

  constructor(readonly X: Dense) {}

  get(k: number): Dense {
    const half = 2 * Math.floor(k / 4);
    this.powers[k] ??=
      half === 0 ? product(this.X, this.X) : product(this.get(half), this.get(k - half));
    return this.powers[k];
  }

  /** ‖Xᵏ‖^(1/k), for large k nearer to the spectral radius of X than ‖X‖ is. */
  root(k: number): number {
    return columnNorm(this.get(k)) ** (1 / k);
  }

  release(): void {
    for (const P of this.powers) if (P) release(P);
  }
}

/** Degree of the approximant, number of halvings, and how many of them are for the sake of rounding. */
interface Choice {
  degree: Degree;
  s: number;
  extra: number;
}

/**
 * Degree and number of halvings for A = unit·X. What counts is not ‖A‖ but ‖Aᵏ‖^(1/k), which for a matrix
 * far from normal is much less; halving until ‖A‖ is small would lose digits in all the squarings
 * that follow (Al-Mohy & Higham 2009, algorithm 5.1).
 */
function chooseDegree(powers: EvenPowers, unit: number): Choice {
  const { X } = powers;
  const suits = (m: Degree, eta: number) =>
    unit * eta <= THETA[m] && extraHalvings(X, unit, m) === 0;
  const eta1 = Math.max(powers.root(4), powers.root(6));
  if (suits(3, eta1)) return { degree: 3, s: 0, extra: 0 };
  if (suits(5, eta1)) return { degree: 5, s: 0, extra: 0 };
  const eta3 = Math.max(powers.root(6), powers.root(8));
  if (suits(7, eta3)) return { degree: 7, s: 0, extra: 0 };
  if (suits(9, eta3)) return { degree: 9, s: 0, extra: 0 };
  const eta5 = Math.min(eta3, Math.max(powers.root(8), powers.root(10)));
  // In logarithms, for unit·eta5 may be out of range.
  const s = Math.max(Math.ceil(Math.log2(unit) + Math.log2(eta5 / THETA[13])), 0);
  const extra = extraHalvings(X, unit * 2 ** -s, 13);
  return { degree: 13, s: s + extra, extra };
}

/** Σ bⱼ(c·X)ʲ over the given even j. The factor goes on in steps, for c² may be out of range. */
function evenSum(powers: EvenPowers, c: number, b: readonly number[], degrees: number[]): Dense {
  const n = powers.X.rows;
  const S = blank(n, n);
  S.data.fill(0);
  for (const j of degrees) {
    if (j === 0) for (let p = 0; p < n * n; p += n + 1) S.data[p] += b[0];
    else {
      const x = powers.get(j).data;
      for (let p = 0; p < n * n; p++) {
        let term = b[j] * x[p];
        for (let k = 0; k < j && term !== 0; k++) term *= c;
        S.data[p] += term;
      }
    }
  }
  return S;
}

/** The [m/m] approximant at c·X: (V + U) over (V − U), odd part U and even part V of p. */
function approximant(powers: EvenPowers, c: number, m: Degree): Dense {
  const n = powers.X.rows;
  const b = padeCoefficients(m);
  const odd = b.slice(1); // U = c·X·Σ bⱼ₊₁(c·X)ʲ
  const even = [0, 2, 4, 6, 8].filter((j) => j < m);
  let V: Dense;
  let W: Dense;
  if (m < 13) {
    V = evenSum(powers, c, b, even);
    W = evenSum(powers, c, odd, even);
  } else {
    // Degrees above 6 through a factor (c·X)⁶, by Horner's rule: six products instead of twelve.
    const low = [0, 2, 4, 6];
    const X6 = evenSum(powers, c, [0, 0, 0, 0, 0, 0, 1], [6]);
    const half = (coefficients: readonly number[]) => {
      const high = evenSum(powers, c, [0, ...coefficients.slice(7)], [2, 4, 6]);
      const sum = product(X6, high);
      const rest = evenSum(powers, c, coefficients, low);
      for (let p = 0; p < n * n; p++) sum.data[p] += rest.data[p];
      release(high, rest);
      return sum;
    };
    V = half(b);
    W = half(odd);
    release(X6);
  }
  const U = product(powers.X, W);
  const P = W;
  for (let p = 0; p < n * n; p++) {
    const u = U.data[p] * c;
    P.data[p] = V.data[p] + u;
    V.data[p] -= u;
  }
  requireInRange("expm", WHAT, P.data, n * n);
  const E = solve(V, P, "expm", WHAT);
  release(U, V, P);
  return E;
}

/**
 * e^A by scaling and squaring, for A that is balanced; A is overwritten. Undefined if that would take more
 * than `allowed` halvings for the sake of rounding alone, which the squarings would make up for badly.
 */
function scaleAndSquare(A: Dense, allowed: number): Dense | undefined {
  const n = A.rows;
  const triangle = isUpperTriangular(A.data, n) ? copyOf(A) : undefined;
  const unit = scaleToUnit(A.data, n * n);
  const powers = new EvenPowers(A);
  const { degree, s, extra } = chooseDegree(powers, unit);
  if (extra > allowed) {
    scaleBy(unit, A.data, n * n);
    powers.release();
    return undefined;
  }
  let E = approximant(powers, unit * 2 ** -s, degree);
  if (triangle) refineTriangular(triangle.data, 2 ** -s, E.data, n);
  for (let i = s - 1; i >= 0; i--) {
    const square = product(E, E);
    release(E);
    E = square;
    if (triangle) refineTriangular(triangle.data, 2 ** -i, E.data, n);
    requireInRange("expm", WHAT, E.data, n * n);
  }
  powers.release();
  if (triangle) release(triangle);
  return E;
}

/**
 * e^A = Q·e^T·Qᵀ by the real Schur form T of A, which is overwritten. T has the departure of A from
 * normality above its diagonal, where balancing takes most of it away.
 */
function bySchurForm(A: Dense): Dense {
  const n = A.rows;
  const Q = blank(n, n);
  const unit = scaleToUnit(A.data, n * n);
  realSchur(A.data, n, Q.data);
  scaleBy(unit, A.data, n * n);
  const exponents = balanceInPlace(A);
  const E = scaleAndSquare(A, Infinity)!;
  if (exponents) scaleSimilarly(E, exponents);
  const QE = product(Q, E);
  const result = product(QE, Q, { transposeB: true });
  release(Q, E, QE);
  return result;
}

/** Entry (i, j) of A times 2^(e[i] − e[j]), in two steps, for that power may be out of range. */
function scaleSimilarly({ data, rows: n }: Dense, e: Float64Array): void {
  for (let i = 0, p = 0; i < n; i++) {
    for (let j = 0; j < n; j++, p++) {
      const half = Math.trunc((e[i] - e[j]) / 2);
      data[p] = data[p] * 2 ** half * 2 ** (e[i] - e[j] - half);
    }
  }
}

/**
 * D⁻¹·A·D over A where that is worth it, with powers of two in the diagonal of D; their exponents. The
 * exponential of the balanced matrix is D⁻¹·e^A·D, and nothing is rounded on the way there or back.
 */
function balanceInPlace(A: Dense): Float64Array | undefined {
  const B = copyOf(A);
  tame(B.data, A.rows * A.rows);
  const before = columnNorm(B);
  const e = balance(B.data, A.rows).map(Math.log2);
  const isWorthIt = columnNorm(B) <= before / 2 && e.every(Number.isFinite);
  release(B);
  if (!isWorthIt) return undefined;
  scaleSimilarly(
    A,
    e.map((x) => -x),
  );
  return e;
}

/** The matrix exponential e^A of square A. */
export function expm(A: Dense): Dense {
  const n = A.rows;
  const isLower = !isUpperTriangular(A.data, n);
  const T = isLower ? transpose(A) : copyOf(A);
  const isTransposed = isLower && isUpperTriangular(T.data, n);
  if (isLower && !isTransposed) T.data.set(A.data.subarray(0, n * n));
  const exponents = balanceInPlace(T);
  // A matrix with entries of random signs may take as many halvings as its size in binary has digits.
  const E = scaleAndSquare(T, 4 + Math.log2(n || 1) / 2) ?? bySchurForm(T);
  if (exponents) scaleSimilarly(E, exponents);
  requireInRange("expm", WHAT, E.data, n * n);
  release(T);
  if (!isTransposed) return E;
  const result = transpose(E);
  release(E);
  return result;
}
